import assert from 'node:assert/strict';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { plantSeeds } from '#src/seeds.ts';
import { startTestApp, type TestApp } from '#tests/support/app.ts';

const message = { name: 'Sok', reach: '012 000 993', body: 'Hello' };

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ now: '2026-03-01T02:00:00Z' });
  await plantSeeds(app.runtime, { demo: false });
});
afterAll(() => app.close());

const said = (page: string): string | undefined =>
  /<div class="notice notice-done" role="status">.*?<p>(.*?)<\/p>/.exec(page)?.[1];

describe('what a form did', () => {
  it('is told on the next page, once, in the language of that page', async () => {
    const visitor = app.browser();
    await visitor.submit('/en/contact', message);
    assert.match(
      said((await visitor.get('/en/contact')).text) ?? '',
      /^Thank you\. Your message has arrived/,
    );
    assert.equal(said((await visitor.get('/en/contact')).text), undefined);
    await visitor.submit('/en/contact', message);
    assert.match(said((await visitor.get('/km/about')).text) ?? '', /អរគុណ/);
  });

  it('shows a link for one person in a field to copy it from, once, and with ways that nobody else sees', async () => {
    const coordinator = await app.build.coordinator();
    const invitation = { role: 'account', language: 'km', reach: '' };
    const { text } = await coordinator.follow('/en/invitations/new', invitation);
    assert.equal(said(text), 'Pass this link on to the one person it is for. It is shown only now.');
    const [, link = ''] = /<input [^>]*id="pass-on" value="([^"]+)" readonly/.exec(text) ?? [];
    assert.match(link, /^http:\/\/network\.test\/km\/invitation\?code=[0-9a-f]{40}$/);
    assert.ok(text.includes(`https://t.me/share/url?url=${encodeURIComponent(link)}&`));
    assert.ok(text.includes(`&amp;body=${encodeURIComponent(link)}"`));
    assert.doesNotMatch(text, /facebook/i);
    assert.doesNotMatch((await coordinator.get('/en/invitations')).text, /pass-on|code=/);
  });

  it('is kept for a minute in the visitor’s own browser, out of reach of scripts', async () => {
    const answer = await app.browser().submit('/en/contact', message);
    const cookie = answer.headers.getSetCookie().find((each) => each.startsWith('said=')) ?? '';
    assert.match(cookie, /; Max-Age=60; Path=\/; HttpOnly; SameSite=Lax$/);
    assert.doesNotMatch(decodeURIComponent(cookie), /Sok|000993/);
  });

  it('is told by this program alone: whatever else stands in the cookie is passed over', async () => {
    const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const known = { text: 'contact.notify', values: { name: 'CALL 012 000 000', link: 'x' } };
    const signedByOthers = `${encoded(known)}.${Buffer.from('x'.repeat(32)).toString('base64url')}`;
    for (const value of [
      encoded(known),
      signedByOthers,
      encoded({ text: 'contact.sent' }),
      encoded({ text: '__proto__' }),
      encoded([]),
      'null',
      '%00',
      '..',
      'x'.repeat(3_000),
    ]) {
      const page = await app.browser().request('/en/about', { headers: { cookie: `said=${value}` } });
      assert.equal(page.status, 200, value);
      assert.equal(said(page.text), undefined, value);
      assert.match(page.headers.getSetCookie().join(), /said=; Max-Age=0/);
    }
  });
});
