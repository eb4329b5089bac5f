import assert from 'node:assert/strict';
import { afterAll, beforeAll, beforeEach, describe, it } from 'vitest';
import { system } from '#src/kernel/actor.ts';
import { receiveMessage } from '#src/modules/messaging/index.ts';
import { startTestApp, type TestApp } from '#tests/support/app.ts';
import { unlikelyNumber } from '#tests/support/builders.ts';

const now = '2026-03-01T02:00:00Z';
let app: TestApp;
let coordinator: Awaited<ReturnType<TestApp['build']['coordinator']>>;
beforeAll(async () => {
  app = await startTestApp({ now });
  coordinator = await app.build.coordinator();
});
afterAll(() => app.close());
beforeEach(() => {
  app.clock.now = new Date(now);
});

const first = /Will you come to the board meeting, Wednesday 11 March 2026/;
const second = /Will you come to the board meeting, Saturday 21 March 2026/;
const third = /Will you come to the board meeting, Tuesday 31 March 2026/;

describe('somebody who is asked several things', () => {
  it('answers them in their order; each is named, and none is lost', async () => {
    const { meetings, phone } = await askedTo(10, 20, 30);
    const heard = await phone.heard();
    assert.match(heard[0] ?? '', first);
    assert.match(
      heard[1] ?? '',
      new RegExp(
        `^${second.source}.*\nWe will ask you this again\\..*\n${first.source}.*\n1\\. I will come\n`,
      ),
    );
    assert.match(heard[2] ?? '', new RegExp(`^${third.source}.*\nWe will ask .*\n${first.source}`));

    assert.match(await phone.says('1'), /^How many people come to the board meeting, Wednesday 11 March/);
    assert.match(
      await phone.says('2'),
      new RegExp(`^You answered for .+ 11 March .+: I will come, 2 people\\.\n${second.source}.*\n1\\.`),
    );
    assert.match(await phone.says('3'), new RegExp(`^You answered for .+ 21 March .+\n${third.source}`));
    assert.match(await phone.says('2'), /^You answered for .+ 31 March .+: maybe\.\nIf this changes/);
    assert.deepEqual(await Promise.all(meetings.map(answerTo)), ['accepted', 'declined', 'tentative']);
  });

  it('is heard out in the middle of an answer before the next is asked', async () => {
    const { phone, number, meetings } = await askedTo(10);
    await phone.says('1');
    const later = await app.build.occurrence({ inDays: 20 });
    await invite(later, number);
    assert.match((await phone.heard()).at(-1) ?? '', /21 March[\s\S]+\nHow many people come to .+ 11 March/);
    assert.match(await phone.says('2'), second);
    assert.deepEqual(await Promise.all([...meetings, later].map(answerTo)), ['accepted', undefined]);
  });

  it('is asked the next when nobody can answer the first any more: it was cancelled', async () => {
    const { phone, meetings } = await askedTo(10, 20);
    await app.db
      .updateTable('meetings.occurrence')
      .set({ cancelled_at: app.clock.now })
      .where('id', '=', meetings[0]?.id ?? '')
      .execute();
    const answer = await phone.says('1');
    assert.match(answer, /^the board meeting, Wednesday 11 March .+, is cancelled\.\n/);
    assert.match(answer, second);
    assert.deepEqual(await Promise.all(meetings.map(answerTo)), [undefined, undefined]);
  });

  it('is asked the next when the first is over: what was meant for the one does not count for the other', async () => {
    const { phone, meetings } = await askedTo(10, 20);
    app.clock.now = new Date('2026-03-12T02:00:00Z');
    const answer = await phone.says('1');
    assert.match(answer, /^the board meeting, Wednesday 11 March .+: no more answers are taken\.\n/);
    assert.match(answer, second);
    assert.deepEqual(await Promise.all(meetings.map(answerTo)), [undefined, undefined]);
  });

  it('is asked at once when what they did not answer is over', async () => {
    const { phone, number } = await askedTo(10);
    app.clock.now = new Date('2026-03-12T02:00:00Z');
    await invite(await app.build.occurrence({ inDays: 20 }), number);
    assert.match(
      (await phone.heard()).at(-1) ?? '',
      /^Will you come to the board meeting, Wednesday 1 April/,
    );
    assert.match(await phone.says('2'), /^You answered for the board meeting, Wednesday 1 April/);
  });

  it('is not asked by message what they have answered on the web', async () => {
    const member = await app.build.member();
    const phone = await app.build.phone(member);
    const meetings = [await app.build.occurrence(), await app.build.occurrence({ inDays: 20 })];
    for (const [place, meeting] of meetings.entries()) {
      await invite(meeting, phone.number);
      if (place === 0) await member.submit(meeting.path, { answer: 'tentative' });
    }
    const last = (await phone.heard()).at(-1) ?? '';
    assert.match(last, new RegExp(`^${second.source}`));
    assert.doesNotMatch(last, first);
  });

  it('hears the next in the morning after the first was over, without a word of theirs; once', async () => {
    const { phone } = await askedTo(10, 20);
    await passTurns();
    assert.equal((await phone.heard()).length, 2);
    app.clock.now = new Date('2026-03-12T02:00:00Z');
    await passTurns();
    await passTurns();
    assert.match((await phone.heard()).slice(2).join('\n---\n'), new RegExp(`^${second.source}[^-]+$`));
    assert.match(await phone.says('2'), /^You answered for .+ 21 March/);
  });

  it('is not taken at a word that was written before the question was asked', async () => {
    const { phone, meetings } = await askedTo(10, 20);
    // The job of this one fails, and is tried again when the conversation has gone on.
    await receiveMessage(app.runtime, system('test'), {
      channel: 'sms',
      address: phone.number,
      body: '1',
      externalId: 'late',
    });
    const lost = await app.pool.query(
      `select graphile_worker.reschedule_jobs(array(
         select id from graphile_worker.jobs where task_identifier = 'messaging.takeReply'
       ), run_at => now() + interval '1 hour') as job`,
    );
    app.clock.now = new Date('2026-03-01T03:00:00Z');
    await phone.says('2');
    await app.pool.query('select graphile_worker.reschedule_jobs($1, run_at => now())', [
      lost.rows.map(({ job }) => /\((\d+),/.exec(job)?.[1]),
    ]);
    await app.runJobs();
    assert.match((await phone.heard()).at(-1) ?? '', new RegExp(`^${second.source}`));
    assert.deepEqual(await Promise.all(meetings.map(answerTo)), ['tentative', undefined]);
  });

  it('loses nothing when questions and replies come at once, on two processes', async () => {
    const { phone, number, meetings } = await askedTo(10);
    const others = await Promise.all([20, 30, 40].map((inDays) => app.build.occurrence({ inDays })));
    const says = (body: string) =>
      receiveMessage(app.twin.runtime, system('test'), {
        channel: 'sms',
        address: phone.number,
        body,
        externalId: app.runtime.newId(),
      });
    await says('2');
    await Promise.all([
      ...others.map((meeting) => invite(meeting, number)),
      app.twin.runJobs(),
      app.runJobs(),
    ]);
    await app.runJobs();
    assert.deepEqual(await answerTo(meetings[0] ?? { id: '' }), 'tentative');
    for (const _ of others) await phone.says('3');
    assert.deepEqual(await Promise.all(others.map(answerTo)), ['declined', 'declined', 'declined']);
  });
});

/** A phone, and the meetings its owner was asked to, in this order. */
async function askedTo(...days: readonly number[]) {
  const number = unlikelyNumber();
  const meetings = [];
  for (const inDays of days) {
    const meeting = await app.build.occurrence({ inDays });
    await invite(meeting, number);
    meetings.push(meeting);
  }
  return { number, meetings, phone: await app.build.phoneOf(number) };
}

async function invite(meeting: { page: string }, reach: string): Promise<void> {
  const contact = { name: 'Dara', reach, language: 'en' };
  assert.equal((await coordinator.submit(`${meeting.page}/invitations/contacts`, contact)).status, 303);
}

async function answerTo({ id }: { id: string }) {
  const row = await app.db
    .selectFrom('meetings.rsvp')
    .select('answer')
    .where('occurrence_id', '=', id)
    .executeTakeFirst();
  return row?.answer;
}

/** What the worker does every morning. */
async function passTurns(): Promise<void> {
  await app.pool.query(`select graphile_worker.add_job('messaging.passTurns')`);
  await app.runJobs();
}
