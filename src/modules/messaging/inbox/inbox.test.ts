import assert from 'node:assert/strict';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { anonymous, system } from '#src/kernel/actor.ts';
import { NotAllowed } from '#src/kernel/outcome.ts';
import { startTestApp, type TestApp } from '#tests/support/app.ts';
import { receiveMessage } from './inbox.operations.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ now: '2026-03-01T02:00:00Z' });
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
    assert.equal(await english.says('?'), 'We did not understand this. Please call the coordinator.');
    assert.match(await khmer.says('?'), /^[\u1780-\u17ff\s]+/);
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
