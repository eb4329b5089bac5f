import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lchownSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { CannotStart } from '#src/platform/cannot-start.ts';
import { diagnose, lastWords } from './diagnosis.ts';
import { syncFolder } from './folders.ts';
import { databaseUser } from './knock.ts';
import { major, type Place } from './place.ts';
import type { ServerIdentity } from './server-identity.ts';
import { wayOut } from './way-out.ts';

type Wanted = {
  readonly place: Place;
  readonly bin: string;
  readonly identity: ServerIdentity;
  readonly durable: boolean;
};

/**
 * Makes PostgreSQL's data folder if there is none. It gets its name only when it is whole and on the disk, so that a
 * power cut leaves none or a good one. Throws CannotStart when the place holds data of another version.
 */
export function ensureCluster(wanted: Wanted): 'new' | 'existing' {
  const { place } = wanted;
  removeUnfinished(place);
  const { isNew } = checkVersion(place);
  if (isNew) createCluster(wanted);
  // A careless chmod -R or an unpacked archive opens the folder, and PostgreSQL then refuses it.
  else if ((statSync(place.data).mode & 0o077) !== 0) chmodSync(place.data, 0o700);
  return isNew ? 'new' : 'existing';
}

function createCluster({ place, bin, identity, durable }: Wanted): void {
  // A name of its own: an initdb whose parent was killed may still be writing under the last one.
  const unfinished = mkdtempSync(`${place.data}.init-`);
  if (identity) lchownSync(unfinished, identity.uid, identity.gid);
  // Trust is enough because only the server's user may enter the folder of the socket, and nothing listens elsewhere.
  const args = ['-D', unfinished, '-U', databaseUser, '-A', 'trust', '--data-checksums', ...locale];
  const { status, error, stdout, stderr } = spawnSync(
    join(bin, 'initdb'),
    durable ? args : [...args, '--no-sync'],
    { ...identity, cwd: '/', env: { LC_ALL: 'C', TZ: 'UTC' }, encoding: 'utf8' },
  );
  if (status !== 0) {
    rmSync(unfinished, { recursive: true, force: true });
    throw failed(place, `${stdout}${error?.message ?? stderr}`);
  }
  if (durable) syncFolder(unfinished);
  renameSync(unfinished, place.data);
  if (durable) syncFolder(place.folder);
}

// Built into PostgreSQL, so an upgrade of the operating system cannot change the order of an index.
const locale = ['-E', 'UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];

const failed = (place: Place, said: string) =>
  diagnose(said, place) ??
  new CannotStart(`PostgreSQL could not make its data folder (${lastWords(said)}): mend that, ${wayOut}`);

/** Left by a start that was killed, or by a power cut. */
function removeUnfinished(place: Place): void {
  for (const name of readdirSync(place.folder))
    if (name.startsWith(`${basename(place.data)}.init`))
      rmSync(join(place.folder, name), { recursive: true, force: true, maxRetries: 3 });
}

function checkVersion(place: Place): { isNew: boolean } {
  const folders = readdirSync(place.folder).filter((name) => /^pg\d+$/.test(name));
  const own = versionIn(place.data);
  if (own === String(major)) return { isNew: false };
  const version = own ?? folders.map((name) => versionIn(join(place.folder, name))).find(Boolean);
  if (version !== undefined)
    throw new CannotStart(
      `${place.folder} holds data of PostgreSQL ${version}, and this is PostgreSQL ${major}: make a backup with the version of Bandanh that wrote it and restore it here, set DATA_DIR to another folder, ${wayOut}`,
    );
  if (existsSync(place.data) && readdirSync(place.data).length > 0)
    throw new CannotStart(
      `${place.data} is not empty and holds no whole PostgreSQL data: restore it from a backup, move it away, ${wayOut}`,
    );
  return { isNew: true };
}

function versionIn(data: string): string | undefined {
  const file = join(data, 'PG_VERSION');
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
}
