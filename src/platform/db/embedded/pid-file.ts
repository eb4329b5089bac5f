import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { readIfThere, syncFolder } from './folders.ts';

/** `postmaster.pid`, as PostgreSQL 18 writes it (pidfile.h). */
export type PidFile = {
  readonly text: string;
  /** Undefined while it is being written, or after a power cut that left it empty or as zeros. */
  readonly pid: number | undefined;
  readonly socketFolder: string;
  /** starting, ready, stopping or standby. */
  readonly status: string;
};

export function readPidFile(data: string): PidFile | undefined {
  const text = readIfThere(join(data, 'postmaster.pid'));
  if (text === undefined) return undefined;
  const lines = text.split('\n').map((line) => line.trim());
  // A negative one is PostgreSQL in single-user mode.
  const pid = Math.abs(Number.parseInt(lines[0] ?? '', 10));
  return { text, pid: pid || undefined, socketFolder: lines[4] ?? '', status: lines[7] ?? '' };
}

export function removePidFile(data: string): void {
  rmSync(join(data, 'postmaster.pid'), { force: true });
  syncFolder(data);
}
