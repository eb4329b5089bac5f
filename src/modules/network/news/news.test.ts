import assert from 'node:assert/strict';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { plantSeeds } from '#src/seeds.ts';
import { startTestApp, type TestApp } from '#tests/support/app.ts';
import { tickedIn, valueIn, wordsIn } from '#tests/support/page.ts';

const adding = '/en/coordinate/news/new';

let app: TestApp;
let coordinator: Awaited<ReturnType<TestApp['build']['coordinator']>>;
beforeAll(async () => {
  app = await startTestApp({ now: '2026-03-01T02:00:00Z' });
  await plantSeeds(app.runtime, { demo: false });
  coordinator = await app.build.coordinator();
});
afterAll(() => app.close());

const write = async (fields: Record<string, string>): Promise<string> =>
  (await coordinator.submit(adding, { 'body.en': 'Text.', ...fields })).location ?? '';
const editOf = (path: string) => path.replace('/news/', '/coordinate/news/');
const headlinesIn = (page: string): string[] =>
  [...page.matchAll(/<li><a href="\/..\/news\/[^"]+">(.*?)<\/a>/g)].map(([, words = '']) => words);

describe('news', () => {
  it('begins with a word about what will be here', async () => {
    assert.match((await app.browser().get('/en/news')).text, /No news yet\./);
    assert.doesNotMatch((await app.browser().get('/en/')).text, /<h2>News/);
  });

  it('stands in the list and on the front page, in both languages, with the day it was published', async () => {
    const path = await write({
      'title.km': 'ព័ត៌មានថ្មី',
      'title.en': 'Something new',
      'body.km': 'អត្ថបទ។',
      'body.en': 'The **text**.',
      isPublished: 'yes',
    });
    const item = await app.browser().get(path);
    assert.match(wordsIn(item.text), /Something new Sunday 1 March 2026 The text \./);
    assert.match(item.text, /<strong>text<\/strong>/);
    assert.match(item.text, /class="share"/);
    for (const where of ['/en/news', '/en/'])
      assert.deepEqual(headlinesIn((await app.browser().get(where)).text), ['Something new'], where);
    assert.deepEqual(headlinesIn((await app.browser().get('/km/news')).text), ['ព័ត៌មានថ្មី']);
    assert.match((await app.browser().get(path.replace('/en/', '/km/'))).text, /<p>អត្ថបទ។<\/p>/);
  });

  it('hides a draft from everybody but coordinators, as if it were not there', async () => {
    const path = await write({ 'title.en': 'Secret draft' });
    const own = await coordinator.get(path);
    assert.match(own.text, /Draft: only coordinators see it/);
    assert.doesNotMatch(own.text, /class="share"/);
    assert.match((await coordinator.get('/en/news')).text, /Secret draft/);
    for (const visitor of [app.browser(), await app.build.member('founding')]) {
      assert.equal((await visitor.get(path)).status, 404);
      for (const where of ['/en/news', '/en/'])
        assert.doesNotMatch((await visitor.get(where)).text, /Secret draft/);
    }
    assert.equal((await app.browser().get(editOf(path))).status, 303);
    assert.deepEqual(tickedIn((await coordinator.get(editOf(path))).text, 'isPublished'), []);
  });

  it('leaves the front page to what is published, for coordinators too', async () => {
    for (const number of [1, 2, 3]) await write({ 'title.en': `Draft ${number}` });
    assert.deepEqual(headlinesIn((await coordinator.get('/en/')).text), ['Something new']);
  });

  it('keeps the day it was published when it is changed', async () => {
    const path = await write({ 'title.en': 'Dated', isPublished: 'yes' });
    app.clock.now = new Date('2026-03-09T02:00:00Z');
    const changed = await coordinator.follow(editOf(path), {
      'title.en': 'Dated, changed',
      'body.en': 'More.',
      isPublished: 'yes',
    });
    assert.match(wordsIn(changed.text), /Dated, changed Sunday 1 March 2026 More\./);
    await coordinator.submit(editOf(path), { 'title.en': 'Taken back', 'body.en': 'More.' });
    assert.equal((await app.browser().get(path)).status, 404);
    app.clock.now = new Date('2026-03-01T02:00:00Z');
  });

  it('lets nothing run that stands in its text', async () => {
    const path = await write({
      'title.en': '<img src=x onerror=alert(1)> & "quoted"',
      'body.en': [
        '<script>alert(1)</script>',
        '<img src=x onerror=alert(2)>',
        '[a](javascript:alert(3)) [b](data:text/html,x) ![c](https://example.org/c.png)',
        '<a href="https://example.org" onclick="x()">raw</a>',
        '<javascript:alert(4)>',
      ].join('\n\n'),
      isPublished: 'yes',
    });
    const { text } = await app.browser().get(path);
    const [, main = ''] = text.split('<main');
    assert.doesNotMatch(main, /<script|<img|<[^>]+ on\w+=|href="(javascript|data):/);
    assert.match(text, /<h1>&lt;img src=x onerror=alert\(1\)> &amp; &quot;quoted&quot;<\/h1>/);
    assert.match(text, /&lt;script&gt;alert\(1\)/);
  });

  it('needs a headline and a text, and keeps what was typed', async () => {
    const wrong = await coordinator.submit(adding, { 'title.en': '', 'body.km': '', isPublished: 'yes' });
    assert.equal(wrong.status, 422);
    assert.match(wrong.text, /<a href="#title\.km">Write a headline/);
    assert.match(wrong.text, /<a href="#body\.km">Write the text/);
    assert.deepEqual(tickedIn(wrong.text, 'isPublished'), ['yes']);
    const long = await coordinator.submit(adding, { 'title.en': 'Kept', 'body.en': 'x'.repeat(20_001) });
    assert.match(long.text, /of at most 20,000 characters/);
    assert.equal(valueIn(long.text, 'title.en'), 'Kept');
  });

  it('is gone when it is deleted', async () => {
    const path = await write({ 'title.en': 'Short life', isPublished: 'yes' });
    const removed = await coordinator.follow(`${editOf(path)}/removal`);
    assert.match(removed.text, /The news item is deleted\./);
    assert.doesNotMatch(wordsIn(removed.text), /Short life/);
    for (const act of ['', '/removal'])
      assert.equal(
        (await coordinator.submit(editOf(path) + act, { 'title.en': 'x', 'body.en': 'x' })).status,
        404,
      );
  });

  it('is written by coordinators only, and nothing typed is lost', async () => {
    const path = await write({ 'title.en': 'Untouched', isPublished: 'yes' });
    const member = await app.build.member('founding');
    const fields = { 'title.en': 'Touched', 'body.en': 'By others' };
    for (const where of [adding, editOf(path), `${editOf(path)}/removal`])
      assert.equal((await member.submit(where, fields)).status, 403, where);
    for (const where of [adding, editOf(path)]) {
      const refused = await app.browser().submit(where, fields);
      assert.equal(refused.status, 403);
      assert.equal(valueIn(refused.text, 'body.en'), 'By others');
      assert.doesNotMatch(refused.text, /Untouched/);
    }
    assert.match((await app.browser().get(path)).text, /Untouched/);
    assert.doesNotMatch((await member.get('/en/news')).text, /Write news/);
  });
});

describe('paging news', () => {
  it('goes from the newest to the oldest without gap or repeat, drafts first for those who see them', async () => {
    for (let number = 1; number <= 23; number += 1) {
      app.clock.now = new Date(`2026-02-01T02:00:${String(number >> 1).padStart(2, '0')}Z`); // two at a time
      await write({ 'title.en': `Item ${number}`, isPublished: 'yes' });
    }
    app.clock.now = new Date('2026-03-01T02:00:00Z');
    for (const visitor of [app.browser(), coordinator]) {
      const first = (await visitor.get('/en/news')).text;
      const next = /<a href="([^"]+)" rel="next">/.exec(first)?.[1] ?? '';
      const second = (await visitor.get(next)).text;
      const all = [...headlinesIn(first), ...headlinesIn(second)];
      assert.equal(headlinesIn(first).length, 20);
      const items = all.filter((words) => words.startsWith('Item'));
      assert.deepEqual(
        items,
        Array.from({ length: 23 }, (_, place) => `Item ${23 - place}`),
      );
      assert.equal(new Set(all).size, all.length);
      assert.match(second, /Back to the beginning/);
    }
  });

  it('begins at the beginning with a place it did not give', async () => {
    const id = '01890000-0000-7000-8000-000000000000';
    const made = [
      ['soon', id],
      ['0000-01-01T00:00:00Z', id],
      ['2026-01-01', id],
      ['1; drop table', id],
      [id],
    ];
    const first = headlinesIn((await app.browser().get('/en/news')).text);
    for (const key of made) {
      const after = Buffer.from(JSON.stringify(key)).toString('base64url');
      assert.deepEqual(headlinesIn((await app.browser().get(`/en/news?after=${after}`)).text), first);
    }
  });
});
