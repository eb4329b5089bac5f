import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  statfsSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { CannotStart } from '#src/platform/cannot-start.ts';
import { codeOf } from './error-code.ts';
import { wayOut } from './way-out.ts';

/**
 * Makes the folder, so that a power cut cannot take it away again. The server of root runs as somebody else and must
 * pass through to what is inside, whatever root's umask is; others still cannot list it.
 */
export function makePlaceFolder(folder: string): void {
  const isRoot = process.getuid?.() === 0;
  const first = mkdirSync(folder, { recursive: true, mode: 0o700 });
  const made = first ? pathBetween(first, folder) : [];
  if (isRoot) for (const path of [...made, folder]) letPass(path);
  for (const path of first ? [...made, dirname(first)] : []) syncFolder(path);
  accessSync(folder, constants.W_OK);
}

/** A new or changed name survives a power cut only if the folder that holds it was synced. */
export function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

/** Throws CannotStart for a network drive. `type` is the number that statfs(2) gives. */
export function checkDrive(folder: string, type = statfsSync(folder).type): void {
  const drive = process.platform === 'linux' ? unsafeDrives.get(type) : undefined;
  if (!drive) return;
  throw new CannotStart(
    `${folder} is on a ${drive} drive, where PostgreSQL can lose data: set DATA_DIR to a folder on a disk of this machine, ${wayOut}`,
  );
}

/** Undefined where there is no such file; proc(5) says ESRCH when its process ends while it is read. */
export function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (problem) {
    if (['ENOENT', 'ESRCH'].includes(codeOf(problem))) return undefined;
    throw problem;
  }
}

// statfs(2), Linux: there fsync, locks or private folders do not keep the promises PostgreSQL relies on.
const unsafeDrives = new Map([
  [0x6969, 'network (NFS)'],
  [0x517b, 'network (SMB)'],
  [0xff534d42, 'network (SMB)'],
  [0xfe534d42, 'network (SMB)'],
  [0x01021997, 'shared (9P)'],
  [0x65735546, 'shared (FUSE)'],
]);

const pathBetween = (top: string, folder: string): string[] =>
  folder === top || folder === '/' ? [folder] : [folder, ...pathBetween(top, dirname(folder))];

function letPass(folder: string): void {
  const { uid, mode } = statSync(folder);
  if (uid === 0 && (mode & 0o011) !== 0o011) chmodSync(folder, (mode & 0o777) | 0o011);
}
