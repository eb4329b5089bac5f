import assert from 'node:assert/strict';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { startTestApp, type TestApp } from '#tests/support/app.ts';
import { languageOfRequest } from './language.ts';

describe('the language of a request', () => {
  it('is that of its path', () => {
    for (const path of ['/km', '/km/', '/km/about']) assert.equal(languageOfRequest(path, 'en'), 'km');
    assert.equal(languageOfRequest('/en/about', 'km'), 'en');
  });
  it('is what the browser asks for elsewhere, and Khmer if it asks for neither', () => {
    for (const [asked, language] of [
      ['en-US,en;q=0.9', 'en'],
      ['fr,EN;q=0.8,km;q=0.2', 'en'],
      ['km-KH,en', 'km'],
      ['fr', 'km'],
      ['', 'km'],
      ['*', 'km'],
      [undefined, 'km'],
    ] as const)
      assert.equal(languageOfRequest('/', asked), language, asked);
    for (const path of ['/kmx/', '/english', '//en/', '/KM/'])
      assert.equal(languageOfRequest(path, 'en'), 'en');
  });
});

describe('the way to the other language', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ now: '2026-03-01T02:00:00Z' });
  });
  afterAll(() => app.close());
  const switchOn = async (path: string) =>
    /<a class="language" href="([^"]+)"/.exec((await app.browser().get(path)).text)?.[1];

  it('keeps the place, with what was looked for', async () => {
    assert.equal(
      await switchOn('/en/organisations?q=km&amp=1&kind=media'),
      '/km/organisations?q=km&amp;amp=1&amp;kind=media',
    );
    assert.equal(await switchOn('/km/'), '/en/');
    assert.equal(await switchOn('/km/km/en'), '/en/km/en');
    const { slug } = await app.build.organisation();
    const there = await switchOn(`/en/organisations/${slug}`);
    assert.equal((await app.browser().get(there ?? '')).status, 200);
  });

  it('keeps the link of somebody who came by one, and does not tell it to search engines', async () => {
    const meeting = await app.build.occurrence({ visibleTo: 'partners' });
    const outsider = await app.build.outsider(meeting);
    const { text } = await outsider.get(meeting.page);
    assert.ok(text.includes(`class="language" href="/km/occurrences/${meeting.id}?key=${outsider.link}"`));
    const head = text.slice(0, text.indexOf('</head>'));
    assert.ok(head.includes(`/km/occurrences/${meeting.id}"`));
    assert.ok(!head.includes(outsider.link));
  });
});
