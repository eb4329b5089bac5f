import { existsSync, readFileSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { CannotStart } from '#src/platform/cannot-start.ts';
import type { Place } from './place.ts';
import { wayOut } from './way-out.ts';

/** Whom the server runs as; undefined: as whoever runs this process. */
export type ServerIdentity = { readonly uid: number; readonly gid: number } | undefined;

/**
 * PostgreSQL refuses to run as root, so root lends the server another name: whoever owns the data already, else
 * whoever owns the place, else `postgres` or `nobody`. Throws CannotStart when there is nobody.
 */
export function serverIdentity(place: Place): ServerIdentity {
  if (process.getuid?.() !== 0) return checkOwnIdentity(place);
  const known = readPasswd();
  if (existsSync(join(place.data, 'PG_VERSION'))) return ownerOfData(place, known);
  const uid = statSync(place.folder).uid;
  const found =
    known.find((entry) => entry.uid === uid) ??
    known.find(({ name }) => name === 'postgres') ??
    known.find(({ name }) => name === 'nobody');
  if (found) return { uid: found.uid, gid: found.gid };
  throw new CannotStart(
    `PostgreSQL does not run as root, and there is no user "postgres" or "nobody": add one (useradd --system postgres), start as an ordinary user, ${wayOut}`,
  );
}

type Entry = { readonly name: string; readonly uid: number; readonly gid: number };

/** passwd(5), without root, and without entries that are no ordinary uid (macOS has -2). */
export function readPasswd(file = '/etc/passwd'): Entry[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.map(toEntry).filter(({ uid, gid }) => uid > 0 && gid >= 0);
}

function toEntry(line: string): Entry {
  const [name = '', , uid, gid] = line.split(':');
  return { name, uid: Number(uid), gid: Number(gid) };
}

function ownerOfData(place: Place, known: readonly Entry[]): ServerIdentity {
  const { uid, gid } = statSync(place.data);
  if (uid !== 0) return { uid, gid: known.find((entry) => entry.uid === uid)?.gid ?? gid };
  throw new CannotStart(
    `${place.data} belongs to root, and PostgreSQL does not run as root: give it to another user (chown -R nobody ${place.data}), ${wayOut}`,
  );
}

function checkOwnIdentity(place: Place): undefined {
  const uid = process.getuid?.();
  if (!hasName())
    throw new CannotStart(
      `PostgreSQL needs the user it runs as (uid ${uid}) to have a name: add it to /etc/passwd, start as another user, ${wayOut}`,
    );
  if (existsSync(place.data) && statSync(place.data).uid !== uid)
    throw new CannotStart(
      `${place.data} belongs to another user (uid ${statSync(place.data).uid}): start as that user, set DATA_DIR to another folder, ${wayOut}`,
    );
}

function hasName(): boolean {
  try {
    return userInfo().username !== '';
  } catch {
    return false;
  }
}
