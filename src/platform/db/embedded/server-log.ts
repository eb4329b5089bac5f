import {
  closeSync,
  constants,
  fchownSync,
  fstatSync,
  openSync,
  readSync,
  renameSync,
  statSync,
} from 'node:fs';
import type { Place } from './place.ts';
import type { ServerIdentity } from './server-identity.ts';

/** What PostgreSQL says while it runs. At most two files of about a mebibyte each, as of every start. */
export type ServerLog = {
  readonly file: number;
  /** What was said since the log was opened. */
  readonly said: () => string;
  readonly close: () => void;
};

export function openServerLog(place: Place, identity: ServerIdentity): ServerLog {
  const size = statSync(place.log, { throwIfNoEntry: false })?.size ?? 0;
  if (size > limitBytes) renameSync(place.log, `${place.log}.1`);
  // O_NOFOLLOW: where the place belongs to somebody else, root must not write through their link.
  const { O_RDWR, O_APPEND, O_CREAT, O_NOFOLLOW } = constants;
  const file = openSync(place.log, O_RDWR | O_APPEND | O_CREAT | O_NOFOLLOW, 0o600);
  if (identity) fchownSync(file, identity.uid, identity.gid);
  const start = fstatSync(file).size;
  return { file, said: () => readFrom(file, start), close: () => closeSync(file) };
}

const limitBytes = 1 << 20;

function readFrom(file: number, start: number): string {
  const bytes = Buffer.alloc(Math.min(fstatSync(file).size - start, limitBytes));
  readSync(file, bytes, 0, bytes.length, start);
  return bytes.toString('utf8');
}
