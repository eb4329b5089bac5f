import {
  lchownSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { socketIn } from './knock.ts';
import type { Place } from './place.ts';
import type { ServerIdentity } from './server-identity.ts';

/**
 * A folder that only the server's user (and root) may enter: that, not a password, keeps others out. It lies in the
 * place, or, where the path would be too long for a socket, among the temporary files; `run.json` remembers where.
 */
export function makeSocketFolder(place: Place, identity: ServerIdentity): string {
  if (fits(place.run)) return madePrivate(place.run, identity);
  const remembered = readRunRecord(place);
  if (remembered && isPrivate(remembered, identity)) return remembered;
  const parent = fits(join(tmpdir(), 'bandanh-123456')) ? tmpdir() : '/tmp';
  const folder = mkdtempSync(join(parent, 'bandanh-'));
  give(folder, identity);
  writeRunRecord(place, folder);
  return folder;
}

/** Where the socket is, if the server was ever started. */
export const socketFolderOf = (place: Place): string =>
  fits(place.run) ? place.run : (readRunRecord(place) ?? place.run);

/** unix(7) has room for 108 bytes, macOS for 104, and both for a zero at the end. */
const fits = (folder: string): boolean => Buffer.byteLength(socketIn(folder)) < 104;

function madePrivate(folder: string, identity: ServerIdentity): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  give(folder, identity);
  return folder;
}

// lchown: were the folder swapped for a link in the meantime, root would otherwise give away what it points at.
const give = (folder: string, identity: ServerIdentity) =>
  identity && lchownSync(folder, identity.uid, identity.gid);

/** Anybody may make folders among the temporary files, and they may be gone after a restart of the machine. */
function isPrivate(folder: string, identity: ServerIdentity): boolean {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  const uid = identity?.uid ?? process.getuid?.();
  return found?.isDirectory() === true && found.uid === uid && (found.mode & 0o077) === 0;
}

/** Which place the record was made for is part of it: a copy of the place must not use the same socket. */
function readRunRecord(place: Place): string | undefined {
  try {
    const record: unknown = JSON.parse(readFileSync(place.runRecord, 'utf8'));
    if (typeof record !== 'object' || record === null) return undefined;
    if (!('folder' in record && record.folder === folderKey(place))) return undefined;
    return 'socketFolder' in record && typeof record.socketFolder === 'string'
      ? record.socketFolder
      : undefined;
  } catch {
    return undefined;
  }
}

function writeRunRecord(place: Place, socketFolder: string): void {
  const unfinished = `${place.runRecord}.tmp`;
  rmSync(unfinished, { force: true });
  // wx: where the place belongs to somebody else, root must not write through their link.
  writeFileSync(unfinished, JSON.stringify({ folder: folderKey(place), socketFolder }), { flag: 'wx' });
  renameSync(unfinished, place.runRecord);
}

function folderKey(place: Place): string {
  const { dev, ino } = statSync(place.folder);
  return `${dev}:${ino}`;
}
