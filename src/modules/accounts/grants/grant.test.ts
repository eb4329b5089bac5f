import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { hashSecret } from '#src/platform/credentials/session-token.ts';
import { startTestApp, type TestApp } from '#tests/support/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ now: '2026-03-01T02:00:00Z' });
});
afterAll(() => app.close());

describe('a secret link', () => {
  it('opens the one thing it was made for, and answers for it', async () => {
    const meeting = await app.build.occurrence({ visibleTo: 'partners' });
    const outsider = await app.build.outsider(meeting);
    assert.equal((await app.browser().get(meeting.page)).status, 404);
    assert.equal((await outsider.get(meeting.page)).status, 200);
    const answer = await outsider.submit(meeting.path, { answer: 'accepted', seats: '1', name: 'Chea' });
    assert.equal(answer.status, 303);
  });

  it('opens nothing else: no other meeting, nobody’s account, no list', async () => {
    const [mine, other] = [
      await app.build.occurrence({ visibleTo: 'partners' }),
      await app.build.occurrence({ visibleTo: 'partners' }),
    ];
    const outsider = await app.build.outsider(mine);
    assert.equal((await outsider.get(other.page)).status, 404);
    const answer = await outsider.submit(other.path, { answer: 'accepted', seats: '1', name: 'Chea' });
    assert.equal(answer.status, 404);
    for (const path of [
      '/en/start',
      '/en/account',
      '/en/coordinate',
      '/en/coordinate/people',
      '/en/invitations',
    ])
      assert.match((await outsider.get(path)).location ?? '', /^\/en\/sign-in\?next=/, path);
  });

  it('made up, or taken from the table of hashes, opens nothing', async () => {
    const meeting = await app.build.occurrence({ visibleTo: 'partners' });
    const { link } = await app.build.outsider(meeting);
    for (const guess of [hashSecret(link), `${link}0`, link.toUpperCase(), randomBytes(20).toString('hex')])
      assert.equal((await app.browser({ link: guess }).get(meeting.page)).status, 404, guess);
  });

  it('counts before a sign-in: whoever follows it answers for what it is about', async () => {
    const meeting = await app.build.occurrence({ visibleTo: 'partners' });
    const { link } = await app.build.outsider(meeting);
    const coordinator = await app.build.coordinator();
    assert.doesNotMatch((await coordinator.get(`${meeting.page}?key=${link}`)).text, /Sign out/);
    assert.equal((await coordinator.get(`${meeting.page}?key=guessed`)).status, 404);
    assert.match((await coordinator.get(meeting.page)).text, /Sign out/);
  });

  it('is nothing where it opens nothing: there, whoever is signed in stays who they are', async () => {
    const { link } = await app.build.outsider(await app.build.occurrence());
    const coordinator = await app.build.coordinator();
    for (const key of [link, 'guessed'])
      assert.equal((await coordinator.get(`/en/coordinate?key=${key}`)).status, 200, key);
  });

  it('is kept as a hash only', async () => {
    const { link } = await app.build.outsider(await app.build.occurrence());
    const { rows } = await app.pool.query('select secret_hash from accounts.grant_link');
    assert.ok(rows.some(({ secret_hash }) => secret_hash === hashSecret(link)));
    assert.ok(!rows.some(({ secret_hash }) => secret_hash.includes(link)));
  });
});
