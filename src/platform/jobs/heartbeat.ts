import { setInterval } from 'node:timers';
import { sql } from 'kysely';
import { machinery, type Runtime } from '#src/platform/db/handles.ts';

const beatMilliseconds = 10_000;

/**
 * graphile-worker keeps a dead worker's jobs locked for four hours. So each worker says every 10 s that it lives,
 * and frees the jobs of those silent for 60 s. Times are the database's own: the clocks of two machines may differ.
 */
export async function startHeartbeat(runtime: Runtime, workerIds: ReadonlySet<string>) {
  const beat = async () => {
    await sayAlive(runtime, [...workerIds]);
    await freeJobsOfTheSilent(runtime);
  };
  const timer = setInterval(() => {
    beat().catch((problem) => runtime.log.warn({ problem }, 'heartbeat failed'));
  }, beatMilliseconds);
  await beat();
  return { stop: () => clearInterval(timer) };
}

export async function sayAlive(runtime: Runtime, ids: readonly string[]): Promise<void> {
  await sql`
    insert into platform.worker (id, seen_at) select id, now() from unnest(${ids}::text[]) as id
    on conflict (id) do update set seen_at = excluded.seen_at`.execute(machinery(runtime));
}

export async function freeJobsOfTheSilent(runtime: Runtime): Promise<void> {
  const db = machinery(runtime);
  await sql`delete from platform.worker where seen_at < now() - interval '60 seconds'`.execute(db);
  // A job locked a moment ago may belong to a worker that has not said so yet.
  await sql`
    select graphile_worker.force_unlock_workers(array(
      select distinct locked_by from graphile_worker.jobs
      where locked_at < now() - interval '60 seconds'
        and locked_by not in (select id from platform.worker)))`.execute(db);
}
