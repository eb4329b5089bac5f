import { setTimeout as delay } from 'node:timers/promises';
import { CannotStart } from '#src/platform/cannot-start.ts';
import { findBinFolder } from './binaries.ts';
import { ensureCluster } from './cluster.ts';
import { diagnose } from './diagnosis.ts';
import { codeOf } from './error-code.ts';
import { checkDrive, makePlaceFolder } from './folders.ts';
import { databaseUser, port } from './knock.ts';
import type { Place } from './place.ts';
import { stopPostmaster } from './postmaster.ts';
import { findRunningServer, type RunningServer } from './running-server.ts';
import { startServer } from './server.ts';
import { serverIdentity } from './server-identity.ts';
import { makeSocketFolder } from './socket-folder.ts';
import { whileAlone } from './start-lock.ts';
import { wayOut } from './way-out.ts';

export type EmbeddedOptions = {
  readonly place: Place;
  /** PG_BIN: the bin folder of another PostgreSQL 18. */
  readonly binFolder?: string | undefined;
  /** False for tests only: nothing is forced to the disk, and a power cut may take everything. */
  readonly durable?: boolean;
  readonly maxConnections?: number;
  readonly log?: (line: string) => void;
};

export type Embedded = {
  /** What node-pg connects to: a database by its name, through the private socket. */
  readonly url: (database: string) => string;
  /** It ran already, left by a process that was killed or shared with one that lives. */
  readonly adopted: boolean;
  readonly pid: number;
  /** Ends the server for everybody who uses it; whether nobody else does is for the caller to know. */
  readonly stop: () => Promise<void>;
};

/**
 * The PostgreSQL of this place: adopts the one that runs, or starts one, with a new data folder where there is none.
 * It lives on when this process is killed. Throws CannotStart with a line that names the mend.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const { place, log = () => {} } = options;
  if (process.platform === 'win32') throw new CannotStart(noWindows);
  try {
    makePlaceFolder(place.folder);
    return await whileAlone(place.folder, async () => {
      const running = await findRunningServer(place, log);
      return running ? adopt(running, place, log) : await start({ ...options, log });
    });
  } catch (problem) {
    throw (codeOf(problem) && diagnose(String(problem), place)) || problem;
  }
}

const noWindows = `No PostgreSQL comes with Bandanh for Windows: run it in WSL (wsl --install), ${wayOut}`;

type Log = (line: string) => void;

async function start({ place, log, ...options }: EmbeddedOptions & { log: Log }): Promise<Embedded> {
  const { binFolder, durable = true, maxConnections = 60 } = options;
  checkDrive(place.folder);
  const identity = serverIdentity(place);
  const bin = findBinFolder(place, identity, binFolder);
  const made = ensureCluster({ place, bin, identity, durable });
  log(made === 'new' ? `made a new database in ${place.data}` : `starting PostgreSQL on ${place.data}`);
  const socketFolder = makeSocketFolder(place, identity);
  const deadline = Date.now() + earlierServerMs;
  for (let attempt = 1; Date.now() < deadline; attempt += 1) {
    const server = await startServer({ place, bin, identity, socketFolder, durable, maxConnections, log });
    if (server) return embedded(server, place, false);
    const running = await findRunningServer(place, log);
    if (running) return adopt(running, place, log);
    if (attempt === 10) log('waiting for the processes of an earlier PostgreSQL to end');
    await delay(200);
  }
  throw new CannotStart(
    `Processes of an earlier PostgreSQL still use ${place.data}: end them and start again, ${wayOut}`,
  );
}

// A killed server's processes notice within a second, unless one is in the middle of a long query.
const earlierServerMs = 120_000;

function adopt(server: RunningServer, place: Place, log: Log): Embedded {
  log(`using the PostgreSQL that runs already (pid ${server.pid})`);
  return embedded(server, place, true);
}

const embedded = ({ pid, socketFolder }: RunningServer, place: Place, adopted: boolean): Embedded => ({
  adopted,
  pid,
  stop: () => stopPostmaster(pid, place.data),
  // The port is in the name of the socket, and sslmode is given, so that neither PGPORT nor PGSSLMODE matters.
  url: (database) =>
    `postgres://${databaseUser}@localhost:${port}/${encodeURIComponent(database)}?host=${encodeURIComponent(socketFolder)}&sslmode=disable`,
});
