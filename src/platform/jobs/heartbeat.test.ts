import assert from 'node:assert/strict';
import { afterAll, beforeAll, beforeEach, describe, it } from 'vitest';
import { startTestApp, type TestApp } from '#tests/support/app.ts';
import { freeJobsOfTheSilent, sayAlive, startHeartbeat } from './heartbeat.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ now: '2026-03-01T02:00:00Z' });
});
afterAll(() => app.close());
beforeEach(async () => {
  await app.pool.query('delete from platform.worker; delete from graphile_worker._private_jobs');
});

describe('the jobs of a worker', () => {
  const silences = [
    { seen: 61, locked: 300, isFree: true, what: 'that has been silent for more than a minute are freed' },
    { seen: 50, locked: 300, isFree: false, what: 'that lives are its own, however long they take' },
    { seen: undefined, locked: 61, isFree: true, what: 'that never said it lived are freed after a minute' },
    {
      seen: undefined,
      locked: 50,
      isFree: false,
      what: 'that has just begun are its own: it may not have said so yet',
    },
    {
      seen: 61,
      locked: 50,
      isFree: false,
      what: 'that has been silent are its own for a minute from when it took them',
    },
  ];
  for (const { seen, locked, isFree, what } of silences)
    it(what, async () => {
      await lockedJob('worker-1', locked);
      if (seen !== undefined) await wasSeen('worker-1', seen);
      await freeJobsOfTheSilent(app.runtime);
      assert.deepEqual(await lockedBy(), [isFree ? null : 'worker-1']);
    });

  it('are freed for the silent one only, and can be run again at once', async () => {
    for (const name of ['silent', 'living']) await lockedJob(name, 300);
    await wasSeen('silent', 61);
    await wasSeen('living', 5);
    await Promise.all([freeJobsOfTheSilent(app.runtime), freeJobsOfTheSilent(app.twin.runtime)]);
    assert.deepEqual(await lockedBy(), [null, 'living']);
    const { rows } = await app.pool.query('select id from platform.worker');
    assert.deepEqual(rows, [{ id: 'living' }]);
  });
});

describe('a heartbeat', () => {
  it('says at once that its workers live, and again when it beats again', async () => {
    const heartbeat = await startHeartbeat(app.runtime, new Set(['pool-1', 'worker-1']));
    heartbeat.stop();
    await wasSeen('pool-1', 59);
    await sayAlive(app.twin.runtime, ['pool-1']);
    const { rows } = await app.pool.query(
      `select id, seen_at > now() - interval '10 seconds' as lives from platform.worker order by id`,
    );
    assert.deepEqual(rows, [
      { id: 'pool-1', lives: true },
      { id: 'worker-1', lives: true },
    ]);
  });
});

/** A job that some worker took so many seconds ago. */
async function lockedJob(worker: string, secondsAgo: number): Promise<void> {
  const { rows } = await app.pool.query("select id from graphile_worker.add_job('test.job', '{}')");
  await app.pool.query(
    `update graphile_worker._private_jobs
     set locked_by = $1, locked_at = now() - make_interval(secs => $2), attempts = 1
     where id = $3`,
    [worker, secondsAgo, rows[0]?.id],
  );
}

const wasSeen = (worker: string, secondsAgo: number) =>
  app.pool.query(
    `insert into platform.worker (id, seen_at) values ($1, now() - make_interval(secs => $2))
     on conflict (id) do update set seen_at = excluded.seen_at`,
    [worker, secondsAgo],
  );

async function lockedBy(): Promise<(string | null)[]> {
  const { rows } = await app.pool.query<{ locked_by: string | null }>(
    'select locked_by from graphile_worker.jobs order by id',
  );
  return rows.map(({ locked_by }) => locked_by);
}
