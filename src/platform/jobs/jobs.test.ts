import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, it } from 'vitest';
import { type Actor, system } from '#src/kernel/actor.ts';
import { event } from '#src/kernel/event.ts';
import { NotAllowed, NotFound, Refused } from '#src/kernel/outcome.ts';
import type { Door } from '#src/platform/db/door.ts';
import type { Runtime } from '#src/platform/db/handles.ts';
import { operation } from '#src/platform/db/operation.ts';
import { startTestApp, type TestApp } from '#tests/support/app.ts';
import { announce, jobAfter, jobAt, subscribersOf } from './jobs.ts';
import { runAllJobs, startWorker } from './worker.ts';

const happened = event<{ what: string }>('test.happened');
type Heard = { job: string; what: string; actor: Actor; door: Door };
const heard: Heard[] = [];
let does: () => Promise<unknown> = async () => {};
const listener = (job: string) =>
  jobAfter(happened, job, async (runtime, actor, { what }) => {
    heard.push({ job, what, actor, door: runtime.door });
    await does();
  });
const jobs = [
  listener('test.first'),
  listener('test.second'),
  jobAt('* * * * *', 'test.hourly', async () => {}),
];

let app: TestApp;
let runtime: Runtime;
const runJobs = () => runAllJobs({ pool: app.pool, jobs, runtime });
beforeAll(async () => {
  app = await startTestApp({ now: '2026-03-01T02:00:00Z' });
  runtime = { ...app.runtime, subscribers: subscribersOf(jobs) };
});
afterAll(() => app.close());
beforeEach(async () => {
  await app.pool.query('delete from graphile_worker._private_jobs');
  heard.length = 0;
  does = async () => {};
});

type Tell = {
  readonly what: string;
  readonly runAt?: Date;
  readonly after?: (work: Parameters<typeof announce>[0]) => Promise<void>;
};
const tell = operation({
  name: 'test.tell',
  load: async (load, _input: Tell) => ({ id: load.newId() }),
  allow: () => true,
  async run(work, _subject, { what, runAt, after }) {
    await announce(work, happened({ what }), runAt);
    await after?.(work);
  },
});
const actor = system('test');

describe('what is announced', () => {
  it('runs every job that follows it, once, as the system, with what it carries', async () => {
    await tell(runtime, actor, { what: 'hello' });
    assert.equal(heard.length, 0);
    await runJobs();
    await runJobs();
    assert.deepEqual(
      heard.toSorted((left, right) => left.job.localeCompare(right.job)),
      ['test.first', 'test.second'].map((job) => ({ job, what: 'hello', actor: system(job), door: 'job' })),
    );
  });

  it('vanishes with the transaction it was announced in', async () => {
    const after = () => Promise.reject(new Refused('message.help'));
    await assert.rejects(tell(runtime, actor, { what: 'never', after }), Refused);
    await runJobs();
    assert.deepEqual(heard, []);
  });

  it('vanishes with an inner operation that is refused, and only what that one announced', async () => {
    const refuse = () => Promise.reject(new Refused('message.help'));
    const after = async (work: Parameters<typeof announce>[0]) => {
      await assert.rejects(tell(work, actor, { what: 'inner', after: refuse }), Refused);
    };
    await tell(runtime, actor, { what: 'outer', after });
    await runJobs();
    assert.deepEqual(new Set(heard.map(({ what }) => what)), new Set(['outer']));
  });

  it('for later waits until then', async () => {
    await tell(runtime, actor, { what: 'later', runAt: new Date('2100-01-01T00:00:00Z') });
    await runJobs();
    assert.deepEqual(heard, []);
    await reschedule();
    await runJobs();
    assert.equal(heard.length, 2);
  });

  it('that nobody follows is no job', async () => {
    await operation({
      name: 'test.nobody',
      load: async (load) => ({ id: load.newId() }),
      allow: () => true,
      run: (work) => announce(work, event<object>('test.unheard')({})),
    })(runtime, actor, undefined);
    assert.deepEqual(await waiting(), []);
  });
});

describe('a job', () => {
  it('that meets a bug is kept, and run again later', async () => {
    does = () => Promise.reject(new TypeError('a bug'));
    await tell(runtime, actor, { what: 'again' });
    await assert.rejects(runJobs(), /a bug/);
    const kept = await waiting();
    assert.deepEqual(
      kept.map(({ attempts, max_attempts, is_later }) => [attempts, max_attempts, is_later]),
      [
        [1, 17, true],
        [1, 17, true],
      ],
    );
    does = async () => {};
    await reschedule();
    await runJobs();
    assert.deepEqual([heard.length, await waiting()], [4, []]);
  });

  it('about something that is gone ends quietly', async () => {
    does = () => Promise.reject(new NotFound());
    await tell(runtime, actor, { what: 'gone' });
    await runJobs();
    assert.deepEqual([heard.length, await waiting()], [2, []]);
  });

  for (const problem of [new Refused('message.help'), new NotAllowed()])
    it(`that is answered with ${problem.name} is kept: the system should not have asked`, async () => {
      does = () => Promise.reject(problem);
      await tell(runtime, actor, { what: 'no' });
      await assert.rejects(runJobs());
      assert.equal((await waiting()).length, 2);
      await app.pool.query(
        'select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))',
      );
    });
});

describe('a worker', () => {
  it('runs jobs as they come, and is waited for when it stops in the middle of one', async () => {
    let finished = 0;
    does = async () => {
      await setTimeout(400);
      finished += 1;
    };
    const worker = await startWorker({ pool: app.pool, jobs, runtime });
    await tell(runtime, actor, { what: 'at once' });
    while (heard.length < 2) await setTimeout(10);
    await worker.stop();
    assert.equal(finished, 2);
    assert.deepEqual(await waiting(), []);
  });

  it('goes on after the database closed all its connections', async () => {
    const worker = await startWorker({ pool: app.pool, jobs, runtime });
    const closed = await app.twin.pool.query(
      `select count(pg_terminate_backend(pid))::int as count from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid()`,
    );
    assert.ok(closed.rows[0]?.count > 0);
    await setTimeout(100);
    await tell({ ...app.twin.runtime, subscribers: subscribersOf(jobs) }, actor, { what: 'after that' });
    while (heard.length < 2) await setTimeout(10);
    await worker.stop();
  });

  it('knows every job that keeps hours', async () => {
    const worker = await app.startWorker();
    const expected = ['messaging.sweep', 'meetings.makeOccurrences', 'platform.forgetTries'];
    const areKnown = async () => {
      const known = await identifiers();
      return expected.every((name) => known.includes(name));
    };
    while (!(await areKnown())) await setTimeout(20); // or the test's time is over
    await worker.stop();
  });
});

async function identifiers(): Promise<string[]> {
  const { rows } = await app.pool.query<{ identifier: string }>(
    'select identifier from graphile_worker._private_known_crontabs',
  );
  return rows.map(({ identifier }) => identifier);
}

type Waiting = { attempts: number; max_attempts: number; is_later: boolean };

/** A failure may be stored a moment after `runAllJobs` came back with it. */
async function waiting(): Promise<Waiting[]> {
  const locked = 'select id from graphile_worker.jobs where locked_at is not null';
  while ((await app.pool.query(locked)).rows.length > 0) await setTimeout(5);
  const { rows } = await app.pool.query<Waiting>(
    'select attempts, max_attempts, run_at > now() as is_later from graphile_worker.jobs order by id',
  );
  return rows;
}

/** The time that jobs wait for has come. */
const reschedule = () =>
  app.pool.query(
    'select graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs), run_at => now())',
  );
