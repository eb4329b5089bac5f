import assert from 'node:assert/strict';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { startTestApp, type TestApp } from '#tests/support/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ now: '2026-03-01T02:00:00Z' });
});
afterAll(() => app.close());

const hidden = (page: string): Record<string, string> =>
  Object.fromEntries(
    [...page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [
      name,
      value,
    ]),
  );

describe('a form whose writer was signed out, on a page that strangers may not see', () => {
  it('comes back whole, and is there again once they have signed in', async () => {
    const meeting = await app.build.occurrence({ visibleTo: 'members' });
    const path = `${meeting.page}/minutes`;
    const typed = { 'body.en': 'An hour of "work" & <b>more</b>', attended: '6', revision: '0' };
    const refused = await app.browser().submit(path, { ...typed, csrf: 'of the session before' });
    assert.equal(refused.status, 403);
    assert.match(refused.text, /You are signed out\. Nothing is lost/);
    assert.match(refused.text, /target="_blank"/);
    const { csrf: _, ...kept } = hidden(refused.text);
    assert.equal(kept['body.en'], 'An hour of &quot;work&quot; &amp; &lt;b>more&lt;/b>');
    assert.equal(kept.attended, '6');

    const coordinator = await app.build.coordinator();
    const again = await coordinator.submit(path, { ...typed, csrf: 'of the time before' });
    assert.equal(again.status, 403);
    assert.match(again.text, /An hour of "work" &amp; &lt;b>more&lt;\/b>|An hour of &quot;work&quot;/);
    assert.equal((await coordinator.submit(path, typed)).status, 303);
  });

  it('tells nobody whether the page is there, and sends no password back', async () => {
    const [there, nowhere] = await Promise.all(
      [(await app.build.occurrence({ visibleTo: 'members' })).id, app.runtime.newId()].map((id) =>
        app.browser().submit(`/en/occurrences/${id}/edit`, { csrf: 'stale', 'note.en': 'Typed' }),
      ),
    );
    const plain = (text = '') =>
      text.replace(/[0-9a-f-]{36}/g, 'id').replace(/name="csrf" value="[^"]*"/g, 'csrf');
    assert.equal(there?.status, 403);
    assert.equal(plain(there?.text), plain(nowhere?.text));
    const password = { current: 'the old one', password: 'the new one' };
    const secret = await app.browser().submit('/en/account/password', password);
    assert.equal(secret.status, 403);
    for (const word of Object.values(password)) assert.ok(!secret.text.includes(word));
  });
});
