import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

/** A file of the project: its path from the root, and what stands in it. */
export type Source = { readonly path: string; readonly text: string };

/** Every file under a folder whose path matches. */
export const sourcesOf = (folder: string, pattern: RegExp): readonly Source[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path}`)
    .filter((path) => pattern.test(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));

/** The program itself, without its tests. */
export const program = (): readonly Source[] => sourcesOf('src', /(?<!\.test)\.tsx?$/);

/** The module a file belongs to, such as `meetings`. */
export const moduleOf = (path: string): string | undefined => /^src\/modules\/([^/]+)\//.exec(path)?.[1];

export type Import = { readonly from: string; readonly names: readonly string[] };

/** What a file imports or hands on, by name; `*` is all of a file. Paths are from the root. */
export const importsOf = ({ path, text }: Source): readonly Import[] =>
  [...text.matchAll(importLine)].map(([, clause = '', from = '']) => ({
    from: from.startsWith('#') ? from.slice(1) : posix.join(posix.dirname(path), from),
    names: clause.startsWith('*') ? ['*'] : namesIn(clause),
  }));

const importLine = /^(?:import|export)(?: type)? (\{[^}]*\}|\*[^']*) from '([^']+)'/gm;

const namesIn = (clause: string): readonly string[] =>
  [...clause.matchAll(/(?<=[{,]\s*(?:type )?)(?!type )\w+/g)].map(([name]) => name);
