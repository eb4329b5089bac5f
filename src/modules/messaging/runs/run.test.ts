import assert from 'node:assert/strict';
import { afterAll, beforeAll, beforeEach, describe, it } from 'vitest';
import { z } from 'zod';
import { type Actor, system } from '#src/kernel/actor.ts';
import { NotAllowed, NotFound, Refused } from '#src/kernel/outcome.ts';
import { through } from '#src/platform/db/door.ts';
import { operation } from '#src/platform/db/operation.ts';
import { startTestApp, type TestApp } from '#tests/support/app.ts';
import { findAddressById } from '../addresses/address.queries.ts';
import type { AnyFlow } from '../flows/flow.port.ts';
import { receiveMessage, takeReply } from '../inbox/inbox.operations.ts';
import { startRun } from './run.operations.ts';

let app: TestApp;
let coordinator: Awaited<ReturnType<TestApp['build']['coordinator']>>;
beforeAll(async () => {
  app = await startTestApp({ now: '2026-03-01T02:00:00Z' });
  coordinator = await app.build.coordinator();
});
afterAll(() => app.close());

const actor = system('test');
const over = 'This cannot be answered any more.';

/** A conversation that counts, until it is told to do what a test is about. */
const heard: { replies: string[]; actors: Actor[]; doors: string[]; does: () => Promise<void> } = {
  replies: [],
  actors: [],
  doors: [],
  does: async () => {},
};
const counting: AnyFlow = {
  name: 'test.counting',
  state: z.object({ count: z.number() }),
  start: () => ({ ask: 'message.subject', state: { count: 1 } }),
  ask: (state) => ({ ask: 'message.subject', state }),
  look: async (_, state) => ({ state, isAnswered: false }),
  next(state, reply, sender) {
    heard.replies.push(reply);
    heard.actors.push(sender);
    const count = z.object({ count: z.number() }).parse(state).count + 1;
    const ask = { ask: 'message.subject', state: { count } } as const;
    if (reply !== 'do it') return ask;
    return {
      async do(work) {
        heard.doors.push(work.door);
        await heard.does();
        return { end: 'channel.sms' };
      },
      otherwise: ask,
    };
  },
};
beforeEach(() => {
  Object.assign(heard, { replies: [], actors: [], doors: [], does: async () => {} });
});

const start = operation({
  name: 'test.start',
  load: async (_, input: { addressId: string; grantId?: string }) => ({ id: input.addressId }),
  allow: () => true,
  async run(work, { id }, { grantId }) {
    const to = await findAddressById(work, id);
    assert.ok(to);
    await startRun(work, to, counting, { subject: {}, grantId });
  },
});

const whoIs = async (
  _: unknown,
  { personId, grantId }: { personId: string | null; grantId: string | null },
) =>
  grantId
    ? ({ kind: 'linkHolder', grant: { id: grantId, subjectId: 'x', isProven: true } } as const)
    : ({ kind: 'person', personId: personId ?? '', seats: [], coordinator: false } as const);

/** What a worker does with a message that has come in, with the flow of this test. */
const take = (messageId: string) =>
  takeReply({ flows: [counting], whoIs })(app.runtime, actor, { messageId });

describe('a run', () => {
  it('keeps its state from reply to reply, and ends when the flow does', async () => {
    const phone = await app.build.phone();
    await start(app.runtime, actor, { addressId: phone.addressId });
    assert.deepEqual(await runOf(phone), { flow: 'test.counting', state: { count: 1 }, stage: 'open' });
    await take(await receive(phone, 'one'));
    assert.deepEqual((await runOf(phone))?.state, { count: 2 });
    await take(await receive(phone, 'do it'));
    assert.equal((await runOf(phone))?.stage, 'ended');
    assert.deepEqual(await phone.heard(), [
      'A message from the network',
      'A message from the network',
      'SMS',
    ]);
    assert.deepEqual(heard.doors, ['sms']);
  });

  it('goes on where it was after a restart', async () => {
    const meeting = await app.build.occurrence();
    const phone = await invited(meeting, '012 000 970');
    await phone.says('1');
    const later = app.startAnother();
    await receiveMessage(through('sms', later.runtime), actor, {
      channel: 'sms',
      address: phone.number,
      body: '2',
      externalId: 'after the restart',
    });
    await later.runJobs();
    await later.close();
    assert.match((await phone.heard()).join(), /I will come, 2 people\./);
  });

  it('whose state no longer fits says that it is over, and breaks nothing', async () => {
    const meeting = await app.build.occurrence();
    const phone = await invited(meeting, '012 000 971');
    await app.db
      .updateTable('messaging.run')
      .set({ state: JSON.stringify({ step: 'of an older version' }) })
      .where('address_id', '=', phone.addressId)
      .execute();
    assert.equal(await phone.says('1'), over);
    assert.equal(await runOf(phone), undefined);
    assert.match(await phone.says('1'), /^We did not understand this, and there is nothing/);
  });

  it('of a flow that is gone is over', async () => {
    const phone = await app.build.phone();
    await start(app.runtime, actor, { addressId: phone.addressId });
    assert.equal(await phone.says('1'), over);
  });

  it('waits for one of another flow, and comes when that is over', async () => {
    const phone = await app.build.phone();
    await start(app.runtime, actor, { addressId: phone.addressId });
    const contact = { name: 'Dara', reach: phone.number, language: 'en' };
    await coordinator.submit(`${(await app.build.occurrence()).page}/invitations/contacts`, contact);
    assert.match((await phone.heard()).at(-1) ?? '', /^Will you come .+\nWe will ask .+ question first\.$/);
    assert.match(await phone.says('1'), new RegExp(`^${over}\nWill you come .+\n1\\. I will come\n`));
    assert.match(await phone.says('2'), /: maybe\./);
  });

  it('takes two replies that come at once one after the other', async () => {
    const phone = await app.build.phone();
    await start(app.runtime, actor, { addressId: phone.addressId });
    const ids = await Promise.all(['one', 'two', 'three', 'four'].map((body) => receive(phone, body)));
    await Promise.all(ids.map((id) => take(id)));
    assert.deepEqual((await runOf(phone))?.state, { count: 5 });
    assert.equal((await phone.heard()).length, 5);
  });

  it('takes the same reply once, though two workers have it', async () => {
    const phone = await app.build.phone();
    await start(app.runtime, actor, { addressId: phone.addressId });
    const id = await receive(phone, 'one');
    await Promise.all([take(id), take(id), take(id)]);
    assert.deepEqual((await runOf(phone))?.state, { count: 2 });
  });

  it('belongs to whoever has the address, or to what a stranger was asked for', async () => {
    const person = await app.build.person();
    const [known, stranger] = [await app.build.phone(person), await app.build.phone()];
    const { grantId } = await app.build.outsider({ id: app.runtime.newId() });
    await start(app.runtime, actor, { addressId: known.addressId });
    await start(app.runtime, actor, { addressId: stranger.addressId, grantId });
    for (const phone of [known, stranger]) await take(await receive(phone, 'hello'));
    assert.deepEqual(
      heard.actors.map((one) => (one.kind === 'person' ? one.personId : one.kind)),
      [person.personId, 'linkHolder'],
    );
  });

  it('still counts for a stranger who has become somebody we know', async () => {
    const meeting = await app.build.occurrence({ visibleTo: 'members' });
    const phone = await invited(meeting, '012 000 973');
    const person = await app.build.person();
    await app.db
      .updateTable('messaging.address')
      .set({ person_id: person.personId })
      .where('id', '=', phone.addressId)
      .execute();
    await phone.says('1');
    assert.match(await phone.says('1'), /I will come, 1 person\./);
  });
});

describe('what comes of a reply', () => {
  const outcomes = [
    [
      'a rule refuses',
      () => new Refused('address.required'),
      'Write a phone number or an e-mail address.\nA message from the network',
    ],
    ['it is not allowed', () => new NotAllowed(), over],
    ['it is gone', () => new NotFound(), over],
  ] as const;
  for (const [what, problem, answer] of outcomes)
    it(`when ${what} is said, and ${answer === over ? 'the run ends' : 'it is asked again'}`, async () => {
      const phone = await app.build.phone();
      await start(app.runtime, actor, { addressId: phone.addressId });
      heard.does = () => Promise.reject(problem());
      await take(await receive(phone, 'do it'));
      assert.equal((await phone.heard()).at(-1), answer);
      assert.equal((await runOf(phone)) === undefined, answer === over);
    });

  it('when there is a bug is nothing yet: the reply is taken again, and nothing of it was lost', async () => {
    const phone = await app.build.phone();
    await start(app.runtime, actor, { addressId: phone.addressId });
    const id = await receive(phone, 'do it');
    heard.does = () => Promise.reject(new TypeError('a bug'));
    await assert.rejects(take(id), TypeError);
    assert.deepEqual([(await runOf(phone))?.state, (await phone.heard()).length], [{ count: 1 }, 1]);
    heard.does = async () => {};
    await take(id);
    assert.equal((await phone.heard()).at(-1), 'SMS');
  });

  it('reads what Khmer keyboards put between letters as nothing', async () => {
    const phone = await app.build.phone();
    await start(app.runtime, actor, { addressId: phone.addressId });
    await take(await receive(phone, ' \u200bdo it\u200b\ufeff '));
    assert.deepEqual(heard.replies, ['do it']);
  });
});

type Phone = Awaited<ReturnType<TestApp['build']['phone']>>;

/** Somebody who was asked to come by SMS. */
async function invited(meeting: { page: string }, reach: string): Promise<Phone> {
  const contact = { name: 'Dara', reach, language: 'en' };
  const answer = await coordinator.submit(`${meeting.page}/invitations/contacts`, contact);
  assert.equal(answer.status, 303);
  return app.build.phoneOf(`+855${reach.replace(/\s/g, '').slice(1)}`);
}

/** A message as the provider hands it over, and the job that waits for it taken away. Gives its id. */
async function receive({ number }: Phone, body: string): Promise<string> {
  const externalId = app.runtime.newId();
  await receiveMessage(app.runtime, actor, { channel: 'sms', address: number, body, externalId });
  const { id } = await app.db
    .selectFrom('messaging.inbox')
    .select('id')
    .where('external_id', '=', externalId)
    .executeTakeFirstOrThrow();
  await app.pool.query(
    `select graphile_worker.complete_jobs(array(
       select id from graphile_worker.jobs where task_identifier = 'messaging.takeReply'))`,
  );
  return id;
}

const runOf = ({ addressId }: Phone) =>
  app.db
    .selectFrom('messaging.run')
    .select(['flow', 'state', 'stage'])
    .where('address_id', '=', addressId)
    .executeTakeFirst();
