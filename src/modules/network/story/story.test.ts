import assert from 'node:assert/strict';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { plantSeeds } from '#src/seeds.ts';
import { startTestApp, type TestApp } from '#tests/support/app.ts';
import { valueIn, wordsIn } from '#tests/support/page.ts';

const path = '/en/coordinate/network/story';

let app: TestApp;
let coordinator: Awaited<ReturnType<TestApp['build']['coordinator']>>;
beforeAll(async () => {
  app = await startTestApp({ now: '2026-03-01T02:00:00Z' });
  await plantSeeds(app.runtime, { demo: false });
  coordinator = await app.build.coordinator();
});
afterAll(() => app.close());

const page = async (where: string) => (await app.browser().get(where)).text;

describe('what the network says of itself', () => {
  it('has a page for each of its parts, for coordinators', async () => {
    const parts = (await coordinator.get('/en/coordinate/network')).text;
    for (const part of ['story', 'aims', 'activities', 'figures', 'hosts', 'supporters']) {
      assert.ok(parts.includes(`href="/en/coordinate/network/${part}"`), part);
      assert.equal((await coordinator.get(`/km/coordinate/network/${part}`)).status, 200, part);
    }
  });

  it('is changed on every page at once, in both languages', async () => {
    const saved = await coordinator.follow(path, {
      'name.km': 'បណ្ដាញគំរូ',
      'name.en': 'Model Network',
      'tagline.km': 'ពាក្យដំបូង',
      'tagline.en': 'First words',
      'lead.en': 'A sentence beneath.',
      'story.km': '## រឿង\n\nវាបានចាប់ផ្ដើម។',
      'story.en': '## Beginning\n\nIt *began*. <script>alert(1)</script>',
      website: 'www.example.org',
      'street.en': '#0, Street 000',
    });
    assert.match(saved.text, /Saved\. Everybody sees it now\./);
    const front = await page('/en/');
    assert.match(front, /<title>Model Network<\/title>/);
    assert.match(front, /<h1 class="hero-title">First words<\/h1>/);
    assert.match(front, /A sentence beneath\./);
    assert.match(front, /<small lang="km">បណ្ដាញគំរូ<\/small>/);
    const about = await page('/en/about');
    assert.match(about, /<h[23]>Beginning<\/h[23]>\s*<p>It <em>began<\/em>\. &lt;script&gt;/);
    assert.doesNotMatch(about, /<script>/);
    assert.match(wordsIn(await page('/en/contact')), /Where we are #0, Street 000/);

    assert.match(await page('/km/'), /<h1 class="hero-title">ពាក្យដំបូង<\/h1>/);
    assert.match(await page('/km/about'), /<h[23]>រឿង<\/h[23]>/);
    assert.match(await page('/km/nowhere'), /<footer.*បណ្ដាញគំរូ/s);
  });

  it('falls back to the other language, and says so', async () => {
    await coordinator.submit(path, { 'name.en': 'English only', 'story.en': 'Only in English.' });
    const khmer = await page('/km/about');
    assert.match(khmer, /អត្ថបទនេះមានតែជាភាសាអង់គ្លេសនៅឡើយ។/);
    assert.match(khmer, /<div class="prose" lang="en">/);
    assert.match(await page('/km/'), /<h1 class="hero-title"><span lang="en">English only<\/span><\/h1>/);
  });

  it('needs a name, keeps what was typed, and takes no address that runs', async () => {
    const wrong = await coordinator.submit(path, {
      'story.en': 'Long & kept',
      website: 'data:text/html,x',
      'tagline.en': 'x'.repeat(400),
    });
    assert.equal(wrong.status, 422);
    assert.match(wrong.text, /<a href="#name\.km">Write the name/);
    assert.match(wrong.text, /<a href="#website">/);
    assert.match(wrong.text, /of at most 160 characters/);
    assert.equal(valueIn(wrong.text, 'story.en'), 'Long &amp; kept');
    assert.equal(valueIn((await coordinator.get(path)).text, 'name.en'), 'English only');
  });

  it('is for coordinators only, and a coordinator who was signed out loses nothing', async () => {
    const { organisationId } = await app.build.member('founding');
    const representative = await app.build.person({ organisationId, role: 'representative' });
    for (const each of ['', '/story', '/aims', '/activities', '/figures', '/hosts', '/supporters']) {
      assert.equal((await representative.get(`/en/coordinate/network${each}`)).status, 403, each);
      assert.equal((await app.browser().get(`/en/coordinate/network${each}`)).status, 303, each);
      if (each) assert.equal((await representative.submit(`/en/coordinate/network${each}`)).status, 403);
    }
    const refused = await app.browser().submit(path, { 'name.en': 'Mine', 'story.en': 'Typed for an hour' });
    assert.equal(refused.status, 403);
    assert.match(refused.text, /You are signed out\. Nothing is lost/);
    assert.equal(valueIn(refused.text, 'story.en'), 'Typed for an hour');
    assert.match(await page('/en/'), /English only/);
  });
});
