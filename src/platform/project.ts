import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder: the same from the sources, from the built program, and in tests. */
export const projectFolder: string = folderWithPackage(dirname(fileURLToPath(import.meta.url)));

/** A file that ships with the project, such as a migration or a Khmer catalogue. */
export const projectFile = (...path: readonly string[]): string => join(projectFolder, ...path);

export const readProjectText = (...path: readonly string[]): string =>
  readFileSync(projectFile(...path), 'utf8');

export const version: string = JSON.parse(readProjectText('package.json')).version;

function folderWithPackage(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('package.json is missing: run Bandanh from its own folder');
  return folderWithPackage(parent);
}
