import assert from 'node:assert/strict';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { plantSeeds } from '#src/seeds.ts';
import { startTestApp, type TestApp } from '#tests/support/app.ts';
import { wordsIn } from '#tests/support/page.ts';

let app: TestApp;
let coordinator: Awaited<ReturnType<TestApp['build']['coordinator']>>;
beforeAll(async () => {
  app = await startTestApp({ now: '2026-03-01T02:00:00Z' });
  await plantSeeds(app.runtime, { demo: false });
  coordinator = await app.build.coordinator();
});
afterAll(() => app.close());

const words = async () => wordsIn((await coordinator.get('/en/coordinate')).text);

describe('the coordinator’s page', () => {
  it('offers a new coordinator the first steps, and every tool', async () => {
    const { text } = await coordinator.get('/en/coordinate');
    assert.match(wordsIn(text), /Nothing needs you right now\./);
    assert.match(
      wordsIn(text),
      /First steps Read what the network says of itself Invite the representatives Plan the next meeting Coming meetings/,
    );
    assert.match(text, /<h2>First steps<\/h2>/);
    for (const path of [
      '/invitations',
      '/coordinate/messages',
      '/coordinate/news/new',
      '/news',
      '/coordinate/network',
      '/dev/outbox',
      '/dev/components',
    ])
      assert.ok(text.includes(`<a class="card tool" href="/en${path}">`), path);
    assert.equal((await coordinator.get('/km/coordinate')).status, 200);
  });

  it('leads to what a machine with real channels does not have only where it is there', async () => {
    const site = { baseUrl: 'http://network.test', demo: false, simulator: false };
    const real = await startTestApp({ now: '2026-03-01T02:00:00Z', settings: { site } });
    const { text } = await (await real.build.coordinator()).get('/en/coordinate');
    assert.doesNotMatch(text, /\/dev\//);
    await real.close();
  });

  it('lists messages that wait, meetings without minutes, and what could not be sent', async () => {
    await app.browser().submit('/en/contact', { name: 'Sok', reach: '012 000 981', body: 'Hello' });
    const held = await app.build.occurrence({ inDays: -3 });
    await app.build.occurrence({ inDays: -200 }); // too long ago to wait for
    const cancelled = await app.build.occurrence({ inDays: -4 });
    await app.db
      .updateTable('meetings.occurrence')
      .set({ cancelled_at: app.clock.now })
      .where('id', '=', cancelled.id)
      .execute();
    await failToSend('Secret words of a message');

    const { text } = await coordinator.get('/en/coordinate');
    assert.match(wordsIn(text), /1 message waits for an answer/);
    assert.deepEqual(text.match(/Minutes are missing: [^<]+/g), [
      'Minutes are missing: the board meeting, Thursday 26 February 2026',
    ]);
    assert.ok(text.includes(`href="${held.page}/minutes"`));
    assert.match(wordsIn(text), /Messages that could not be sent accounts\.invitation, .*: number unknown/);
    assert.doesNotMatch(text, /Secret words|Nothing needs you/);
  });

  it('shows what is planned instead of the first steps', async () => {
    const meeting = await app.build.occurrence();
    assert.ok((await coordinator.get('/en/coordinate')).text.includes(meeting.page));
    assert.doesNotMatch(await words(), /First steps/);
  });

  it('is for coordinators', async () => {
    assert.equal((await app.browser().get('/en/coordinate')).status, 303);
    for (const visitor of [await app.build.member('founding'), await app.build.person()]) {
      assert.equal((await visitor.get('/en/coordinate')).status, 403);
      assert.doesNotMatch((await visitor.get('/en/')).text, /href="\/en\/coordinate"/);
    }
  });
});

async function failToSend(body: string): Promise<void> {
  const { addressId } = await app.build.phone();
  const at = app.clock.now;
  const message = { channel: 'sms', address: '+85512000000', about: 'accounts.invitation', subject: '' };
  await app.db
    .insertInto('messaging.outbox')
    .values({
      ...message,
      id: app.runtime.newId(),
      address_id: addressId,
      channel: 'sms',
      body,
      state: 'failed',
      problem: 'number unknown',
      next_at: at,
      queued_at: at,
      changed_at: at,
    })
    .execute();
}
