import assert from 'node:assert/strict';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { anonymous, system } from '#src/kernel/actor.ts';
import { NotAllowed } from '#src/kernel/outcome.ts';
import { startTestApp, type TestApp } from '#tests/support/app.ts';
import { receiveMessage } from './inbox.operations.ts';

const now = '2026-03-01T02:00:00Z';
let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ now });
});
afterAll(() => app.close());

const actor = system('test');

describe('a message that comes in', () => {
  it('is kept once, however often the provider sends it, on two processes at once', async () => {
    const phone = await app.build.phone();
    const message = { channel: 'sms', address: phone.number, body: 'Hello', externalId: 'one' } as const;
    const runtimes = [app.runtime, app.twin.runtime, app.runtime, app.twin.runtime];
    await Promise.all(runtimes.map((runtime) => receiveMessage(runtime, actor, message)));
    await app.runJobs();
    await receiveMessage(app.runtime, actor, { ...message, body: 'Changed' });
    await app.runJobs();
    assert.deepEqual(
      (await keptFrom(phone.number)).map(({ body }) => body),
      ['Hello'],
    );
    assert.equal((await phone.heard()).length, 1);
  });

  it('is kept twice when somebody writes the same words twice', async () => {
    const phone = await app.build.phone();
    await phone.says('Hello');
    await phone.says('Hello');
    assert.equal((await keptFrom(phone.number)).length, 2);
    assert.equal((await phone.heard()).length, 2);
  });

  it('is told apart by its channel too: each provider counts for itself', async () => {
    for (const channel of ['sms', 'email'] as const)
      await receiveMessage(app.runtime, actor, { channel, address: 'shared', body: 'x', externalId: 'same' });
    assert.equal((await keptFrom('shared')).length, 2);
  });

  it('from somebody in no conversation is answered with help, in the language of the address', async () => {
    const [english, khmer] = [await app.build.phone(), await app.build.phone({ language: 'km' })];
    assert.match(
      await english.says('?'),
      /^We did not understand this.+\nYou find us here: http:\/\/network\.test\/en\/$/,
    );
    assert.match(await khmer.says('?'), /^[\u1780-\u17ff\s1]+៖ http:\/\/network\.test\/km\/$/);
  });

  it('that nobody understands is answered three times in a row, and then the next day: two machines do not talk for ever', async () => {
    const phone = await app.build.phone();
    for (const _ of [1, 2, 3]) assert.match(await phone.says('I am on leave.'), /^We did not understand/);
    assert.equal(await phone.says('I am on leave.'), '');
    app.clock.now = new Date('2026-03-02T02:00:01Z');
    assert.match(await phone.says('I am on leave.'), /^We did not understand/);
    assert.equal(await phone.says('I am on leave.'), '');
    app.clock.now = new Date(now);
  });

  it('is still taken from whoever was not understood before', async () => {
    const meeting = await app.build.occurrence();
    const phone = await app.build.phone();
    const contact = { name: 'Dara', reach: phone.number, language: 'en' };
    await (await app.build.coordinator()).submit(`${meeting.page}/invitations/contacts`, contact);
    for (const again of [/^Please/, /^Please/, /^Please/, /^$/])
      assert.match(await phone.says('Hello?'), again);
    assert.match(await phone.says('2'), /: maybe\./);
    assert.match(await phone.says('Hello?'), /^We did not understand this\. If you want to change/);
  });

  it('is not answered any more when a hundred came within the hour', async () => {
    const phone = await app.build.phone();
    const meeting = await app.build.occurrence();
    const contact = { name: 'Dara', reach: phone.number, language: 'en' };
    await (await app.build.coordinator()).submit(`${meeting.page}/invitations/contacts`, contact);
    for (let count = 0; count < 100; count += 1)
      await receiveMessage(app.runtime, actor, {
        channel: 'sms',
        address: phone.number,
        body: '3',
        externalId: app.runtime.newId(),
      });
    await app.runJobs();
    const before = (await phone.heard()).length;
    assert.equal(before, 101);
    assert.equal(await phone.says('3'), '');
    app.clock.now = new Date('2026-03-01T03:00:01Z');
    assert.match(await phone.says('3'), /: I cannot come\./);
    app.clock.now = new Date(now);
  });

  it('from somebody we do not know is kept, and answered with nothing', async () => {
    const before = await countSent();
    const message = {
      channel: 'sms',
      address: '+85512000999',
      body: 'Hello',
      externalId: 'stranger',
    } as const;
    await receiveMessage(app.runtime, actor, message);
    await app.runJobs();
    const [kept] = await keptFrom('+85512000999');
    assert.deepEqual([kept?.body, kept?.done_at !== null], ['Hello', true]);
    assert.equal(await countSent(), before);
  });

  it('comes from a channel only, never from a visitor', async () => {
    const message = { channel: 'sms', address: '+85512000998', body: 'Hello', externalId: 'forged' } as const;
    for (const visitor of [anonymous, app.build.coordinatorActor()])
      await assert.rejects(receiveMessage(app.runtime, visitor, message), NotAllowed);
    assert.equal((await keptFrom('+85512000998')).length, 0);
  });
});

const keptFrom = (address: string) =>
  app.db.selectFrom('messaging.inbox').selectAll().where('address', '=', address).orderBy('id').execute();

const countSent = async () => (await app.db.selectFrom('messaging.outbox').select('id').execute()).length;
