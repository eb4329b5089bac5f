import assert from 'node:assert/strict';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { startTestApp, type TestApp } from '#tests/support/app.ts';
import { wordsIn } from '#tests/support/page.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ now: '2026-03-01T02:00:00Z' });
});
afterAll(() => app.close());

describe('the start page', () => {
  it('asks for a sign-in, and leads back here afterwards', async () => {
    const answer = await app.browser().get('/km/start');
    assert.deepEqual([answer.status, answer.location], [303, '/km/sign-in?next=%2Fkm%2Fstart']);
    const outsider = await app.build.outsider(await app.build.occurrence());
    assert.equal((await outsider.get('/en/start')).status, 303);
  });

  it('greets, and says what will be here', async () => {
    const account = await app.build.person({ name: { en: 'Dara', km: 'ដារ៉ា' } });
    const words = wordsIn((await account.get('/en/start')).text);
    assert.match(words, /Hello, Dara My action items Nothing to do for you\./);
    assert.doesNotMatch(words, /My organisations/);
    assert.match(wordsIn((await account.get('/km/start')).text), /សួស្ដី ដារ៉ា/);
  });

  it('leads representatives to what they look after, and staff only to its page', async () => {
    const { id, slug } = await app.build.organisation({ name: { en: 'Looked after' } });
    const representative = await app.build.person({ organisationId: id, role: 'representative' });
    const page = (await representative.get('/en/start')).text;
    assert.match(wordsIn(page), /My organisations Looked after Look after its page Invite a colleague/);
    assert.ok(page.includes(`href="/en/organisations/${slug}/edit"`));
    assert.ok(page.includes(`href="/en/invitations/new?organisation=${id}"`));
    const staff = await app.build.person({ organisationId: id });
    const words = wordsIn((await staff.get('/en/start')).text);
    assert.match(words, /My organisations Looked after/);
    assert.doesNotMatch(words, /Look after its page|Invite a colleague/);
  });

  it('shows the meetings this person may see, the hidden ones too', async () => {
    const meeting = await app.build.occurrence({ visibleTo: 'members' });
    const member = await app.build.member();
    assert.ok((await member.get('/en/start')).text.includes(meeting.page));
    const account = await app.build.person();
    assert.ok(!(await account.get('/en/start')).text.includes(meeting.page));
  });
});
