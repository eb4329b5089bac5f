import { existsSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { CannotStart } from '#src/platform/cannot-start.ts';
import { knock, socketIn } from './knock.ts';
import { type PidFile, readPidFile, removePidFile } from './pid-file.ts';
import type { Place } from './place.ts';
import { whatRuns } from './postmaster.ts';
import { socketFolderOf } from './socket-folder.ts';
import { wayOut } from './way-out.ts';

export type RunningServer = { readonly pid: number; readonly socketFolder: string };

/**
 * Waits until it is certain: PostgreSQL runs on the place's data and lets us in, or nothing does and one may be
 * started. Never takes a server for dead that might live. Throws CannotStart when it stays uncertain.
 */
export async function findRunningServer(
  place: Place,
  log: (line: string) => void,
): Promise<RunningServer | undefined> {
  const since = Date.now();
  let said = false;
  while (Date.now() - since < recoveryMs) {
    const file = readPidFile(place.data);
    if (!file) return undefined;
    const found = await lookAt(file, place, Date.now() - since);
    if (found === 'none') return undefined;
    if (found !== 'uncertain') return found;
    if (!said && Date.now() - since > 1_000) {
      log(`waiting for PostgreSQL (pid ${file.pid ?? 'unknown'}, ${file.status || 'not ready'})`);
      said = true;
    }
    await delay(20);
  }
  throw new CannotStart(
    `PostgreSQL on ${place.data} has not become ready for ten minutes: see ${place.log}, wait and start again, ${wayOut}`,
  );
}

/** A slow disk may need minutes to replay the write-ahead log after a crash. */
export const recoveryMs = 600_000;
// Nobody takes that long to write a pid file, or to notice that a child has ended.
const graceMs = 2_000;

type Found = RunningServer | 'none' | 'uncertain';

async function lookAt(file: PidFile, place: Place, waitedMs: number): Promise<Found> {
  const runs = file.pid === undefined ? 'unknown' : whatRuns(file.pid, place.data);
  if (file.pid !== undefined && runs === 'ours') return tryOurs(file.pid, file, place);
  const isUnsure = runs === 'unknown' || runs === 'zombie';
  if (isUnsure && waitedMs < graceMs) return 'uncertain';
  if ((await knock(socketFolderOf(place))) !== 'silent') return refuseUnlessChanged(file, place, waitedMs);
  // PostgreSQL replaces the file of a pid that is free by itself, and checks the shared memory it names.
  if (runs !== 'gone' && readPidFile(place.data)?.text === file.text) removePidFile(place.data);
  return 'none';
}

async function tryOurs(pid: number, file: PidFile, place: Place): Promise<Found> {
  if (file.status !== 'ready') return 'uncertain';
  // The second: the place was moved while the server ran.
  const socketFolder = [file.socketFolder, socketFolderOf(place)].find((folder) =>
    existsSync(socketIn(folder)),
  );
  if (!socketFolder) return checkSocketIsLost(pid, place);
  return (await knock(socketFolder)) === 'open' ? { pid, socketFolder } : 'uncertain';
}

/** A server that stops removes its socket first; one that is to stay has lost it to a cleaner of temporary files. */
async function checkSocketIsLost(pid: number, place: Place): Promise<'uncertain'> {
  await delay(graceMs);
  const file = readPidFile(place.data);
  const isLost = file?.pid === pid && file.status === 'ready' && !existsSync(socketIn(file.socketFolder));
  if (!isLost || whatRuns(pid, place.data) !== 'ours') return 'uncertain';
  throw new CannotStart(
    `PostgreSQL (pid ${pid}) runs on ${place.data}, but its socket in ${file.socketFolder} is gone: end it (kill -INT ${pid}) and start again, ${wayOut}`,
  );
}

/** Somebody answers whose pid we cannot see, such as another container that shares the folder: hands off. */
function refuseUnlessChanged(file: PidFile, place: Place, waitedMs: number): 'uncertain' {
  const isUnchanged = readPidFile(place.data)?.text === file.text;
  if (!isUnchanged || waitedMs < graceMs) return 'uncertain';
  throw new CannotStart(
    `Another PostgreSQL, perhaps in another container, runs on ${place.data}: end that one, set DATA_DIR to another folder, ${wayOut}`,
  );
}
