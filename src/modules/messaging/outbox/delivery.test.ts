import assert from 'node:assert/strict';
import { afterAll, beforeAll, beforeEach, describe, it } from 'vitest';
import { system } from '#src/kernel/actor.ts';
import { NotFound, Refused } from '#src/kernel/outcome.ts';
import { operation } from '#src/platform/db/operation.ts';
import { startTestApp, type TestApp } from '#tests/support/app.ts';
import { findAddressById } from '../addresses/address.queries.ts';
import type { Attempt, AttemptResult, Channel } from '../channels/channel.port.ts';
import { deliverJob, sweepJob } from './outbox.jobs.ts';
import { claimMessage, queueText, recordAttempt, sendText } from './outbox.operations.ts';

/** Far ahead of the database's clock, so that what is to be tried again later waits until the test says it is later. */
const now = '2099-01-01T00:00:00Z';
const actor = system('test');

/** A far end that answers as the test wants; `delivered` when it wants nothing. */
const farEnd = {
  sent: [] as Attempt[],
  answer: (): AttemptResult | Promise<AttemptResult> => ({ state: 'delivered', providerId: 'fine' }),
};
const channel: Channel = {
  carries: ['sms'],
  send: async (attempt) => {
    farEnd.sent.push(attempt);
    return farEnd.answer();
  },
};
const passing: AttemptResult = { state: 'failed', problem: 'line is busy', isPassing: true };

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ now, settings: { channels: [channel] } });
});
afterAll(() => app.close());
beforeEach(async () => {
  app.clock.now = new Date(now);
  await app.db.deleteFrom('messaging.outbox').execute();
  await app.pool.query('select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))');
  farEnd.sent.length = 0;
  farEnd.answer = () => ({ state: 'delivered', providerId: 'fine' });
});

describe('a message', () => {
  it('leaves with the words of its language, once, and its fate is kept', async () => {
    const { number } = await sendTo('km');
    await app.runJobs();
    const [attempt] = farEnd.sent;
    assert.deepEqual([attempt?.address, farEnd.sent.length], [number, 1]);
    assert.match(attempt?.body ?? '', /សូម/);
    const row = await theMessage();
    assert.deepEqual(
      [row.state, row.attempt, row.provider_id, row.maybe_duplicate, row.lease_until],
      ['delivered', 1, 'fine', false, null],
    );
    await app.runJobs();
    await sweep();
    assert.equal(farEnd.sent.length, 1);
  });

  it('is tried again when the fault passes, later and later, and not for ever', async () => {
    farEnd.answer = () => passing;
    await sendTo('en');
    const gaps: number[] = [];
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      await app.runJobs();
      const row = await theMessage();
      assert.deepEqual([row.state, row.attempt, row.problem], ['queued', attempt, 'line is busy']);
      assert.deepEqual(await waitingJobs(), [row.next_at.toISOString()]);
      await app.runJobs();
      assert.equal(farEnd.sent.length, attempt, 'not before its time');
      gaps.push((row.next_at.getTime() - app.clock.now.getTime()) / 1000);
      await letItBe(row.next_at);
    }
    for (const [place, seconds] of [30, 120, 600, 1_800, 7_200].entries())
      assert.ok(Math.abs((gaps[place] ?? 0) / seconds - 1) <= 0.2, `gap ${place}: ${gaps[place]} s`);
    await app.runJobs();
    const row = await theMessage();
    assert.deepEqual([row.state, row.attempt, farEnd.sent.length], ['failed', 6, 6]);
    assert.deepEqual(await waitingJobs(), []);
    app.clock.now = new Date('2099-02-01T00:00:00Z');
    await sweep();
    assert.equal(farEnd.sent.length, 6);
  });

  it('that got through at the third attempt is sent no more', async () => {
    const answers: AttemptResult[] = [passing, passing, { state: 'sent', providerId: 'third' }];
    farEnd.answer = () => answers.shift() ?? passing;
    await sendTo('en');
    for (const _ of [1, 2, 3]) {
      await app.runJobs();
      await letItBe((await theMessage()).next_at);
    }
    await app.runJobs();
    const row = await theMessage();
    assert.deepEqual(
      [row.state, row.provider_id, row.problem, farEnd.sent.length],
      ['sent', 'third', null, 3],
    );
  });

  it('is not tried again when the fault stays, and the coordinator sees that, but not what it said', async () => {
    farEnd.answer = () => ({ state: 'failed', problem: 'no such number', isPassing: false });
    await sendTo('en');
    await app.runJobs();
    await sweep('2099-01-02T00:00:00Z');
    assert.deepEqual([(await theMessage()).state, farEnd.sent.length], ['failed', 1]);
    const coordinator = await app.build.coordinator();
    const page = await coordinator.get('/en/coordinate');
    assert.match(page.text, /test\.about.*no such number/);
    assert.doesNotMatch(page.text, /We did not understand this/);
  });

  it('whose fate is unknown is not sent again', async () => {
    farEnd.answer = () => ({ state: 'unknown', problem: 'no answer in time' });
    await sendTo('en');
    await app.runJobs();
    await sweep('2099-01-02T00:00:00Z');
    assert.deepEqual([(await theMessage()).state, farEnd.sent.length], ['unknown', 1]);
    assert.deepEqual(await waitingJobs(), []);
  });

  for (const [how, fail] of [
    ['later', () => Promise.reject(new Error('socket hang up'))],
    [
      'at once',
      () => {
        throw new Error('socket hang up');
      },
    ],
  ] as const)
    it(`was not sent by a channel that throws ${how}`, async () => {
      const thrower: Channel = { carries: ['sms'], send: fail };
      await sendTo('en');
      const { id } = await theMessage();
      await deliverJob([thrower]).run(app.runtime, actor, { messageId: id });
      const row = await theMessage();
      assert.deepEqual([row.state, row.problem], ['queued', 'Error: socket hang up']);
    });

  it('no channel carries fails', async () => {
    await sendTo('en');
    const { id } = await theMessage();
    await deliverJob([]).run(app.runtime, actor, { messageId: id });
    assert.deepEqual(
      [(await theMessage()).state, (await theMessage()).problem],
      ['failed', 'no channel carries it'],
    );
  });
});

describe('two workers', () => {
  it('never take the same message', async () => {
    const ids = [];
    for (let count = 0; count < 20; count += 1) ids.push(await queued());
    const claims = await Promise.all(
      ids.flatMap((messageId) =>
        [app.runtime, app.twin.runtime, app.runtime, app.twin.runtime].map((runtime) =>
          claimMessage(runtime, actor, { messageId }),
        ),
      ),
    );
    const taken = claims.flatMap((claim) => (claim ? [claim.id] : []));
    assert.deepEqual([taken.length, new Set(taken)], [20, new Set(ids)]);
  });

  it('send it once, however often they are asked', async () => {
    const messageId = await queued();
    const deliver = deliverJob([channel]);
    await Promise.all(
      [app.runtime, app.twin.runtime, app.runtime, app.twin.runtime].map((runtime) =>
        deliver.run(runtime, actor, { messageId }),
      ),
    );
    await Promise.all([app.runJobs(), app.twin.runJobs()]);
    assert.equal(farEnd.sent.length, 1);
  });

  it('take over what a dead one left, once, when its time is over, and say that it may come twice', async () => {
    const messageId = await queued();
    await claimMessage(app.runtime, actor, { messageId });
    await app.runJobs();
    await sweep('2099-01-01T00:02:30Z');
    assert.equal(farEnd.sent.length, 0);
    app.clock.now = new Date('2099-01-01T00:03:01Z');
    const sweeper = sweepJob([channel]);
    await Promise.all([sweeper.run(app.runtime, actor, {}), sweeper.run(app.twin.runtime, actor, {})]);
    const row = await theMessage();
    assert.deepEqual(
      [row.state, row.attempt, row.maybe_duplicate, farEnd.sent.length],
      ['delivered', 2, true, 1],
    );
  });

  it('hear the one that came back too late, without losing what the other does', async () => {
    const messageId = await queued();
    const first = await claimMessage(app.runtime, actor, { messageId });
    app.clock.now = new Date('2099-01-01T00:02:01Z');
    const second = await claimMessage(app.twin.runtime, actor, { messageId });
    assert.ok(first && second);
    await recordAttempt(app.runtime, actor, {
      messageId,
      attempt: first.attempt,
      result: passing,
      random: 0,
    });
    assert.equal((await theMessage()).state, 'claimed', 'the other one is still at it');
    assert.equal(await claimMessage(app.runtime, actor, { messageId }), undefined);
    const result = { state: 'sent', providerId: 'other' } as const;
    await recordAttempt(app.twin.runtime, actor, { messageId, attempt: second.attempt, result, random: 0 });
    assert.equal((await theMessage()).state, 'sent');
    const late = { state: 'delivered', providerId: 'first' } as const;
    await recordAttempt(app.runtime, actor, { messageId, attempt: first.attempt, result: late, random: 0 });
    assert.equal((await theMessage()).state, 'delivered');
  });

  it('that die of it each time try a message six times at most; then its fate is unknown', async () => {
    const messageId = await queued();
    for (let attempt = 1; attempt <= 6; attempt += 1) {
      assert.ok(await claimMessage(app.runtime, actor, { messageId }), `attempt ${attempt}`);
      app.clock.now = new Date(app.clock.now.getTime() + 200_000);
    }
    await sweep();
    const row = await theMessage();
    assert.deepEqual([row.state, row.attempt, farEnd.sent.length], ['unknown', 6, 0]);
  });

  it('find what no job fetches any more', async () => {
    await queued();
    await app.pool.query('select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))');
    await sweep('2099-01-01T00:00:59Z');
    assert.equal(farEnd.sent.length, 0, 'its job may only be late');
    await sweep('2099-01-01T00:01:01Z');
    assert.equal(farEnd.sent.length, 1);
  });
});

describe('what is said of a message afterwards', () => {
  it('never lowers its state', async () => {
    const messageId = await queued();
    const record = (result: AttemptResult) =>
      recordAttempt(app.runtime, actor, { messageId, attempt: 1, result, random: 0 });
    await claimMessage(app.runtime, actor, { messageId });
    await record({ state: 'unknown', problem: 'no answer' });
    await record({ state: 'accepted', providerId: 'late' });
    assert.equal((await theMessage()).state, 'unknown');
    await record({ state: 'delivered', providerId: 'sure' });
    for (const state of ['accepted', 'sent'] as const) await record({ state, providerId: 'later' });
    await record({ state: 'failed', problem: 'no', isPassing: false });
    await record(passing);
    const row = await theMessage();
    assert.deepEqual([row.state, row.provider_id, row.problem], ['delivered', 'sure', null]);
  });

  it('keeps the name the provider gave it', async () => {
    const messageId = await queued();
    await claimMessage(app.runtime, actor, { messageId });
    const results: AttemptResult[] = [
      { state: 'sent', providerId: 'theirs' },
      { state: 'failed', problem: 'phone is off', isPassing: false },
    ];
    for (const result of results)
      await recordAttempt(app.runtime, actor, { messageId, attempt: 1, result, random: 0 });
    const row = await theMessage();
    assert.deepEqual([row.state, row.provider_id, row.problem], ['failed', 'theirs', 'phone is off']);
  });

  it('of none we know is no message', () =>
    assert.rejects(
      recordAttempt(app.runtime, actor, {
        messageId: app.runtime.newId(),
        attempt: 1,
        result: passing,
        random: 0,
      }),
      NotFound,
    ));
});

describe('writing a message', () => {
  const write = operation({
    name: 'test.write',
    load: async (_, input: { addressId: string; dedupeKey?: string; refuses?: boolean }) => ({
      id: input.addressId,
    }),
    allow: () => true,
    async run(work, { id }, { dedupeKey, refuses = false }) {
      const to = await findAddressById(work, id);
      assert.ok(to);
      await queueText(work, to, {
        about: 'test.about',
        text: 'message.help',
        ...(dedupeKey && { dedupeKey }),
      });
      if (refuses) throw new Refused('message.help');
    },
  });

  it('happens only when the operation it belongs to does', async () => {
    const { addressId } = await app.build.phone();
    await assert.rejects(write(app.runtime, actor, { addressId, refuses: true }), Refused);
    assert.deepEqual([await messages(), await waitingJobs()], [[], []]);
    await write(app.runtime, actor, { addressId });
    assert.equal((await messages()).length, 1);
    await app.runJobs();
    assert.equal(farEnd.sent.length, 1);
  });

  it('for one cause happens once, also on two processes at once', async () => {
    const { addressId } = await app.build.phone();
    const runtimes = [app.runtime, app.twin.runtime, app.runtime, app.twin.runtime];
    await Promise.all(
      runtimes.map((runtime) => write(runtime, actor, { addressId, dedupeKey: 'one cause' })),
    );
    await write(app.runtime, actor, { addressId, dedupeKey: 'another cause' });
    for (const _ of [1, 2]) await write(app.runtime, actor, { addressId });
    await app.runJobs();
    assert.deepEqual([(await messages()).length, farEnd.sent.length], [4, 4]);
  });

  it('to a person goes where they like to be reached, and nowhere when they cannot be', async () => {
    const person = await app.build.person();
    const words = { personId: person.personId, about: 'test.about', text: 'message.help' } as const;
    await sendText(app.runtime, actor, words);
    assert.equal((await messages()).length, 0);
    const preferred = await app.build.phone({ ...person, language: 'km' });
    await app.db
      .insertInto('messaging.address')
      .values({
        id: app.runtime.newId(),
        channel: 'email',
        address: 'second@example.org',
        language: 'en',
        person_id: person.personId,
        created_at: new Date('2000-01-01'),
      })
      .execute();
    await sendText(app.runtime, actor, words);
    assert.deepEqual(
      (await messages()).map(({ address }) => address),
      [preferred.number],
    );
  });
});

const messages = () => app.db.selectFrom('messaging.outbox').selectAll().orderBy('id').execute();

async function theMessage() {
  const [message, ...others] = await messages();
  assert.ok(message);
  assert.equal(others.length, 0);
  return message;
}

/** A text for somebody with a telephone. */
async function sendTo(language: 'km' | 'en') {
  const person = await app.build.person();
  const phone = await app.build.phone({ ...person, language });
  const words = { about: 'test.about', text: 'message.help' } as const;
  await sendText(app.runtime, actor, { personId: person.personId, ...words });
  return phone;
}

async function queued(): Promise<string> {
  await sendTo('en');
  return (await messages()).at(-1)?.id ?? '';
}

async function sweep(at = app.clock.now.toISOString()): Promise<void> {
  app.clock.now = new Date(at);
  await sweepJob([channel]).run(app.runtime, actor, {});
}

/** When the jobs that wait are to run. */
async function waitingJobs(): Promise<string[]> {
  const { rows } = await app.pool.query<{ run_at: Date }>('select run_at from graphile_worker.jobs');
  return rows.map(({ run_at }) => run_at.toISOString());
}

/** It is later: for us, and for the jobs, which go by the database's clock. */
async function letItBe(at: Date): Promise<void> {
  app.clock.now = at;
  await app.pool.query(
    'select graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs), run_at => now())',
  );
}
