import { CannotStart } from '#src/platform/cannot-start.ts';
import type { Place } from './place.ts';
import { wayOut } from './way-out.ts';

/** Turns what PostgreSQL or the file system said into a line that names the mend, where we know one. */
export function diagnose(said: string, { folder, data }: Place): CannotStart | undefined {
  const mend = mends.find(({ words }) => words.test(said))?.mend(folder, data);
  return mend ? new CannotStart(`${mend}, ${wayOut}`) : undefined;
}

/** For what we have no mend for: the last thing PostgreSQL said before it gave up. */
export function lastWords(said: string): string {
  const lines = said
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const line = lines.findLast((text) => /FATAL|PANIC|error:/.test(text)) ?? lines.at(-1) ?? 'nothing';
  return line.replace(/^.*?(FATAL|PANIC|error): */, '');
}

type Mend = { readonly words: RegExp; readonly mend: (folder: string, data: string) => string };

const mends: readonly Mend[] = [
  {
    words: /No space left on device|Disk quota exceeded|ENOSPC|EDQUOT/,
    mend: (folder) => `The disk of ${folder} is full: make room, set DATA_DIR to a folder on another disk`,
  },
  {
    words: /could not look up effective user ID/,
    mend: () =>
      'PostgreSQL needs the user it runs as to have a name: add it to /etc/passwd, start as another user',
  },
  {
    // Node reports a read-only disk, under a folder that is to be made, as ENOENT.
    words:
      /Permission denied|Read-only file system|Operation not permitted|EACCES|EPERM|EROFS|ENOTDIR|ENOENT.*mkdir/,
    mend: (folder) =>
      `PostgreSQL may not write in ${folder}: let the user it runs as do so (and enter each folder above it), set DATA_DIR to another folder`,
  },
  {
    words: /database files are incompatible with server/,
    mend: (_, data) =>
      `${data} was made by another version or build of PostgreSQL: start the one that made it (PG_BIN)`,
  },
  {
    words: /could not map anonymous shared memory|could not create shared memory|Cannot allocate memory/,
    mend: () => 'This machine has too little memory free for PostgreSQL: end other programs',
  },
];
