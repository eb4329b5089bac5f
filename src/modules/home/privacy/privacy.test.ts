import assert from 'node:assert/strict';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { plantSeeds } from '#src/seeds.ts';
import { startTestApp, type TestApp } from '#tests/support/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ now: '2026-03-01T02:00:00Z' });
  await plantSeeds(app.runtime, { demo: false });
});
afterAll(() => app.close());

describe('the privacy page', () => {
  it('says what is kept in both languages, and is one step from every page', async () => {
    const english = await app.browser().get('/en/privacy');
    assert.equal(english.status, 200);
    assert.match(
      english.text,
      /<h1>Privacy<\/h1>.*<h[23]>What we keep<\/h[23]>\s*<p>If you only read this site/s,
    );
    const khmer = await app.browser().get('/km/privacy');
    assert.match(khmer.text, /<h[23]>អ្វីដែលយើងរក្សាទុក<\/h[23]>/);
    assert.doesNotMatch(khmer.text, /prose-note/);
    assert.match((await app.browser().get('/en/nowhere')).text, /<a href="\/en\/privacy">Privacy<\/a>/);
  });

  it('keeps its word about cookies: reading sets none, a form sets the one that protects it', async () => {
    const reader = app.browser();
    for (const path of ['/en/privacy', '/en/organisations', '/en/meetings', '/en/nowhere'])
      await reader.get(path);
    assert.deepEqual([...reader.cookies.keys()], []);
    await reader.get('/en/contact');
    assert.deepEqual([...reader.cookies.keys()], ['visitor']);
    await reader.submit('/en/contact', { name: 'Sok', reach: '012 000 982', body: 'Hello' });
    assert.deepEqual([...reader.cookies.keys()], ['visitor', 'said']);
    await reader.get('/en/privacy');
    assert.deepEqual([...reader.cookies.keys()], ['visitor']);
  });
});
