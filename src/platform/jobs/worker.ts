import { EventEmitter } from 'node:events';
import { Logger, parseCronItems, type RunnerOptions, run, runOnce, type WorkerEvents } from 'graphile-worker';
import type { Pool } from 'pg';
import type { Runtime } from '#src/platform/db/handles.ts';
import type { Log } from '#src/platform/log/log.ts';
import { startHeartbeat } from './heartbeat.ts';
import { type Job, taskListOf } from './jobs.ts';

type Needs = { readonly pool: Pool; readonly jobs: readonly Job[]; readonly runtime: Runtime };

export type RunningWorker = { readonly stop: () => Promise<void> };

/** Works off jobs until stopped; a job that runs at that moment is waited for. */
export async function startWorker(needs: Needs): Promise<RunningWorker> {
  const { events, workerIds } = watchedEvents();
  const heartbeat = await startHeartbeat(needs.runtime, workerIds);
  const runner = await run({ ...optionsOf(needs), events, concurrency: 4, parsedCronItems: cronOf(needs) });
  // As long as a job of ours runs, and no longer, we say that we live: others would take it, or never would.
  runner.promise
    .catch((problem) => needs.runtime.log.error({ problem }, 'worker stopped'))
    .finally(heartbeat.stop);
  return { stop: () => runner.stop() };
}

/** Until no job is left; throws what the first failing job threw. For tests and commands. */
export async function runAllJobs(needs: Needs): Promise<void> {
  const failures: unknown[] = [];
  const events: WorkerEvents = new EventEmitter();
  // `runOnce` may come back before a failure is stored, so we listen for it instead of looking.
  events.on('job:error', ({ error }) => failures.push(error));
  await runOnce({ ...optionsOf(needs), events });
  if (failures.length > 0) throw failures[0];
}

const optionsOf = ({ pool, jobs, runtime }: Needs): RunnerOptions => ({
  pgPool: pool,
  logger: loggerFor(runtime.log),
  taskList: taskListOf(jobs, runtime),
  noHandleSignals: true,
});

const cronOf = ({ jobs }: Needs) =>
  parseCronItems(
    jobs.flatMap(({ name, when }) =>
      'cron' in when ? [{ task: name, match: when.cron, identifier: name }] : [],
    ),
  );

/** The names under which graphile-worker locks jobs for this process. */
function watchedEvents() {
  const workerIds = new Set<string>();
  const events: WorkerEvents = new EventEmitter();
  events.on('pool:create', ({ workerPool }) => workerIds.add(workerPool.id));
  events.on('worker:create', ({ worker }) => workerIds.add(worker.workerId));
  return { events, workerIds };
}

const loggerFor = (log: Log) =>
  new Logger(() => (level, message, meta) => {
    if (level === 'error') log.error({ meta: messageOf(meta) }, message);
    if (level === 'warning') log.warn(message);
  });

const messageOf = (meta: unknown): unknown =>
  typeof meta === 'object' && meta !== null && 'error' in meta ? String(meta.error) : undefined;
