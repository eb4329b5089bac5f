import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { CannotStart } from '#src/platform/cannot-start.ts';
import { diagnose, lastWords } from './diagnosis.ts';
import { knock, socketIn } from './knock.ts';
import { readPidFile } from './pid-file.ts';
import type { Place } from './place.ts';
import { type RunningServer, recoveryMs } from './running-server.ts';
import { serverFlags } from './server-flags.ts';
import type { ServerIdentity } from './server-identity.ts';
import { openServerLog, type ServerLog } from './server-log.ts';
import { wayOut } from './way-out.ts';

type Wanted = {
  readonly place: Place;
  readonly bin: string;
  readonly identity: ServerIdentity;
  readonly socketFolder: string;
  readonly durable: boolean;
  readonly maxConnections: number;
  readonly log: (line: string) => void;
};

/**
 * Starts PostgreSQL in a session of its own: it outlives this process and the signals of its terminal. Undefined when
 * an earlier server still holds the data: look again and retry. Throws CannotStart for every other failure.
 */
export async function startServer(wanted: Wanted): Promise<RunningServer | undefined> {
  const { place, identity, socketFolder } = wanted;
  // We know that no server answers there, and a lock file with the pid of somebody else would keep ours out.
  rmSync(socketIn(socketFolder), { force: true });
  rmSync(`${socketIn(socketFolder)}.lock`, { force: true });
  const serverLog = openServerLog(place, identity);
  try {
    const { pid, end } = spawnServer(wanted, serverLog);
    if (pid !== undefined && (await becomesReady(pid, end, wanted))) return { pid, socketFolder };
    checkPasses(`${serverLog.said()}\n${end.reason ?? ''}`, place);
  } finally {
    serverLog.close();
  }
}

/** The reason is there once the process has ended, or could not begin. */
type End = { reason?: string };

function spawnServer({ bin, identity, ...wanted }: Wanted, serverLog: ServerLog) {
  const server = spawn(join(bin, 'postgres'), serverFlags({ data: wanted.place.data, ...wanted }), {
    ...identity,
    cwd: '/',
    env: { LC_ALL: 'C', TZ: 'UTC' },
    stdio: ['ignore', serverLog.file, serverLog.file],
    detached: true,
  });
  const end: End = {};
  server.once('error', (problem) => Object.assign(end, { reason: problem.message }));
  server.once('exit', (code, signal) => Object.assign(end, { reason: `it ended with ${signal ?? code}` }));
  server.unref();
  return { pid: server.pid, end };
}

async function becomesReady(pid: number, end: End, { place, socketFolder, log }: Wanted): Promise<boolean> {
  const since = Date.now();
  let said = false;
  while (end.reason === undefined) {
    if (await isReady(pid, place, socketFolder)) return true;
    const waitedMs = Date.now() - since;
    if (waitedMs > recoveryMs) throw stillRecovers(pid, place);
    if (waitedMs > 5_000 && !said) {
      log(`PostgreSQL (pid ${pid}) is not ready yet; after a crash it may need minutes to recover`);
      said = true;
    }
    await delay(10);
  }
  return false;
}

async function isReady(pid: number, place: Place, socketFolder: string): Promise<boolean> {
  const file = readPidFile(place.data);
  return file?.pid === pid && file.status === 'ready' && (await knock(socketFolder)) === 'open';
}

// Another start was faster, or the last processes of a killed server have not noticed yet that it is gone.
const passing = /lock file ".*" already exists|shared memory block .* is still in use/;

/** Throws CannotStart unless another attempt may succeed. */
function checkPasses(said: string, place: Place): void {
  if (passing.test(said)) return;
  throw (
    diagnose(said, place) ??
    new CannotStart(`PostgreSQL did not start (${lastWords(said)}): see ${place.log}, ${wayOut}`)
  );
}

const stillRecovers = (pid: number, place: Place) =>
  new CannotStart(
    `PostgreSQL (pid ${pid}) still recovers from a crash: see ${place.log}, wait and start again, ${wayOut}`,
  );
