import assert from 'node:assert/strict';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { plantSeeds } from '#src/seeds.ts';
import { startTestApp, type TestApp } from '#tests/support/app.ts';
import { wordsIn } from '#tests/support/page.ts';

const now = '2026-03-01T02:00:00Z';
/** Nothing of how the program is made. */
const inside = /\bat .*\(|node_modules|\.tsx?\b|select |relation |Error:|ECONN|ENOENT/;

describe('a page that says what went wrong', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ now });
    await plantSeeds(app.runtime, { demo: false });
  });
  afterAll(() => app.close());

  it('offers ways on where there is nothing', async () => {
    for (const method of ['GET', 'POST']) {
      const answer = await app.browser().request('/en/nowhere', { method });
      assert.equal(answer.status, 404, method);
      assert.match(wordsIn(answer.text), /^There is nothing here .* Go to the front page Meetings Contact$/);
    }
    assert.match((await app.browser().get('/km/nowhere')).text, /<h1>មិនមានអ្វីនៅទីនេះទេ<\/h1>/);
    for (const path of [
      '/nowhere',
      '/en/news/123',
      '/en/organisations/UPPER',
      '/favicon.ico',
      '/.env',
      '/.git/config',
    ])
      assert.equal((await app.browser().get(path)).status, 404, path);
  });

  it('answers to no method our pages do not have', async () => {
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS'])
      for (const path of ['/en/about', '/en/contact', '/en/nowhere']) {
        const answer = await app.browser().request(path, { method });
        assert.deepEqual(
          [answer.status, answer.headers.get('allow')],
          [405, 'GET, HEAD, POST'],
          method + path,
        );
        assert.match(answer.text, /<h1>You cannot do this here<\/h1>/);
      }
  });

  it('leads a visitor without a sign-in to it and back, and refuses somebody who has one', async () => {
    const asked = await app.browser().get('/en/coordinate?a=1');
    assert.deepEqual([asked.status, asked.location], [303, '/en/sign-in?next=%2Fen%2Fcoordinate%3Fa%3D1']);
    const member = await app.build.member();
    const refused = await member.get('/km/coordinate');
    assert.equal(refused.status, 403);
    assert.match(refused.text, /<h1>អ្នកមិនអាចធ្វើរឿងនេះនៅទីនេះបានទេ<\/h1>/);
  });

  it('says that a form is too large, in the language of the page, whoever sends it however', async () => {
    const body = `body=${'x'.repeat(600_000)}`;
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    for (const [language, words] of [
      ['en', 'That is too much at once'],
      ['km', 'ធំពេក'],
    ] as const)
      for (const declared of [{}, { 'content-length': String(body.length) }]) {
        const path = `/${language}/contact`;
        const init = { method: 'POST', body, headers: { ...headers, ...declared } };
        const answer = await app.browser().request(path, init);
        assert.equal(answer.status, 413);
        assert.match(answer.text, new RegExp(`<h1>${words}</h1>`));
      }
    assert.equal((await app.browser().submit('/en/contact', { body: 'x'.repeat(400_000) })).status, 422);
  });

  it('says how long to wait after too many searches, and not a minute longer', async () => {
    const visitor = app.browser({ address: '203.0.113.99' });
    const search = () => visitor.get('/en/organisations?q=a');
    for (let number = 0; number < 240; number += 1) assert.equal((await search()).status, 200);
    const refused = await search();
    assert.equal(refused.status, 429);
    assert.equal(refused.headers.get('retry-after'), '60');
    assert.match(wordsIn(refused.text), /That was a little too often Please wait a minute, then try again\./);
    assert.match((await visitor.onTwin().get('/km/organisations?q=a')).text, /សូមរង់ចាំ ១ នាទី/);
    assert.equal((await visitor.get('/en/organisations')).status, 200);
    assert.equal((await app.browser().get('/en/organisations?q=a')).status, 200);
    app.clock.now = new Date('2026-03-01T02:01:01Z');
    assert.equal((await search()).status, 200);
    app.clock.now = new Date(now);
  });
});

describe('a fault of ours', () => {
  it('gives a number to tell us, and nothing of the inside; the log has the rest under that number', async () => {
    const logged: { problem: Error; requestId: string }[] = [];
    const error = (line: { problem: Error; requestId: string }) => logged.push(line);
    const quiet = () => {};
    const log = { debug: quiet, info: quiet, warn: quiet, error };
    const app = await startTestApp({ now, settings: { log } });
    await plantSeeds(app.runtime, { demo: false });
    await sql`alter table network.news_item rename to news_item_away`.execute(app.db);

    const english = await app.browser().get('/en/news');
    assert.equal(english.status, 500);
    const [, id = ''] = /give us this number: ([0-9a-f]{12})</.exec(english.text) ?? [];
    assert.equal(english.headers.get('x-request-id'), id);
    assert.deepEqual(
      logged.map(({ requestId }) => requestId),
      [id],
    );
    assert.match(logged[0]?.problem.message ?? '', /relation "network\.news_item" does not exist/);
    assert.doesNotMatch(wordsIn(english.text), inside);
    const khmer = await app.browser().get('/km/news');
    assert.match(khmer.text, /<h1>មានបញ្ហានៅខាងយើង<\/h1>/);

    const coordinator = await app.build.coordinator();
    const fields = { 'title.en': 'Lost?', 'body.en': 'x' };
    assert.equal((await coordinator.submit('/en/coordinate/news/new', fields)).status, 500);
    const audit = await app.db.selectFrom('platform.audit').select('operation').execute();
    assert.ok(!audit.some(({ operation }) => operation === 'network.writeNews'));
    await app.close();
  });
});

describe('while the database is away', () => {
  const gone = [
    'postgres:///none?host=/nowhere/at/all',
    'postgres://nobody@127.0.0.1:1/none',
    'postgres://nobody@localhost:1/none',
  ];
  for (const databaseUrl of gone)
    it(`says so in both languages, and when to come back (${new URL(databaseUrl).host || 'a socket'})`, async () => {
      const app = await startTestApp({ now, settings: { databaseUrl } });
      for (const [path, words] of [
        ['/en/', 'We are not ready for a moment'],
        ['/km/organisations', 'យើងមិនទាន់រួចរាល់ទេ សូមរង់ចាំបន្តិច'],
        ['/', 'យើងមិនទាន់រួចរាល់ទេ សូមរង់ចាំបន្តិច'],
      ] as const) {
        const answer = await app.browser().get(path);
        assert.equal(answer.status, 503, path);
        assert.match(answer.text, new RegExp(`<h1>${words}</h1>`));
        assert.equal(answer.headers.get('retry-after'), '30');
        assert.equal(answer.headers.get('cache-control'), 'private, no-store');
        assert.doesNotMatch(answer.text, inside);
      }
      const posted = await app.browser().request('/en/contact', { method: 'POST', body: 'x=1' });
      assert.equal(posted.status, 503);
      const [alive, ready] = [await app.http.request('/healthz'), await app.http.request('/readyz')];
      assert.deepEqual([alive.status, await alive.text()], [200, 'ok']);
      assert.equal(ready.status, 503);
      assert.doesNotMatch(await ready.text(), inside);
      await app.close();
    });

  it('and when it is there, is ready', async () => {
    const app = await startTestApp({ now });
    const ready = await app.http.request('/readyz');
    assert.deepEqual([ready.status, await ready.text()], [200, 'ready']);
    await app.close();
  });
});
