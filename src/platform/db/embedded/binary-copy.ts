import {
  chmodSync,
  closeSync,
  cpSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { type BinaryPackage, completePackage } from './binary-package.ts';
import { syncFolder } from './folders.ts';
import type { Place } from './place.ts';

/**
 * Copies the binaries into the place, where anybody may run and nobody but us may change them, unless this version's
 * copy is there and `runs`. Gives the copy's folder with `bin`, `lib` and `share`.
 */
export function copyPackage(source: BinaryPackage, place: Place, runs: (bin: string) => boolean): string {
  const target = join(place.binaries, source.version);
  const native = join(target, 'native');
  if (runs(join(native, 'bin'))) return native;
  mkdirSync(place.binaries, { recursive: true });
  chmodSync(place.binaries, 0o755);
  const unfinished = `${target}.tmp`;
  rmSync(unfinished, { recursive: true, force: true });
  try {
    cpSync(source.native, join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true });
    completePackage(join(unfinished, 'native'));
    openToAll(unfinished);
    rmSync(target, { recursive: true, force: true });
    renameSync(unfinished, target);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  syncFolder(place.binaries);
  removeOtherVersions(place, source.version);
  return native;
}

/** Whatever the umask was when the package was installed; and on the disk before the name is. */
function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openToAll(path);
    else if (entry.isFile()) openFileToAll(path);
  }
  syncFolder(folder);
}

function openFileToAll(path: string): void {
  const isCommand = (statSync(path).mode & 0o100) !== 0;
  chmodSync(path, isCommand ? 0o755 : 0o644);
  const handle = openSync(path, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

function removeOtherVersions(place: Place, version: string): void {
  for (const name of readdirSync(place.binaries))
    if (name !== version) rmSync(join(place.binaries, name), { recursive: true, force: true });
}
