import { createHash } from 'node:crypto';
import { existsSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Where one embedded server lives. No folder exists before the server is started. */
export type Place = {
  readonly folder: string;
  /** PostgreSQL's own data folder. */
  readonly data: string;
  /** The private folder of the socket, unless its path is too long for one. */
  readonly run: string;
  /** Remembers the shorter socket folder. */
  readonly runRecord: string;
  readonly log: string;
  /** Copies of the binaries, one folder per version, where the server's user cannot reach the package. */
  readonly binaries: string;
};

/** The one major version whose data we keep; it is also in the name of the data folder. */
export const major = 18;

type Wanted = {
  readonly projectFolder: string;
  /** DATA_DIR: always wins. A relative one starts at the project's folder, whatever folder a command runs in. */
  readonly dataDir?: string | undefined;
  /** A database of its own, in a folder of its own. */
  readonly variant?: 'demo' | undefined;
  readonly uid?: number | undefined;
};

/** The same clone finds the same place again; two clones never share one. */
export function placeOf({ projectFolder, dataDir, variant, uid = process.getuid?.() }: Wanted): Place {
  const clone = realpathSync(projectFolder);
  const own = inFolder(join(clone, 'data'), variant);
  if (dataDir) return inFolder(resolve(clone, dataDir), variant);
  if (uid !== 0) return own;
  const system = inFolder(join('/var/lib/bandanh', shortHash(clone)), variant);
  // Somebody starts the app as themselves and runs one command with sudo: it must not meet an empty database.
  return existsSync(own.data) && !existsSync(system.data) ? own : system;
}

function inFolder(base: string, variant = ''): Place {
  const folder = join(base, variant);
  return {
    folder,
    data: join(folder, `pg${major}`),
    run: join(folder, 'run'),
    runRecord: join(folder, 'run.json'),
    log: join(folder, 'postgres.log'),
    binaries: join(folder, 'postgresql'),
  };
}

const shortHash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12);
