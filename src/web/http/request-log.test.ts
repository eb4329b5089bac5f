import assert from 'node:assert/strict';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { startTestApp, type TestApp } from '#tests/support/app.ts';

const lines: string[] = [];
const log = pino({ level: 'info' }, { write: (line: string) => lines.push(line) });

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ now: '2026-03-01T02:00:00Z', settings: { log } });
});
afterAll(() => app.close());

async function linesOf(act: () => Promise<unknown>): Promise<string[]> {
  lines.length = 0;
  await act();
  return [...lines];
}

describe('the log', () => {
  it('has one line for a request: what was asked, what came of it, who by kind, how long', async () => {
    const member = await app.build.member();
    const [line = '', ...more] = await linesOf(async () => {
      const { headers } = await member.get('/en/organisations');
      assert.match(headers.get('x-request-id') ?? '', /^[0-9a-f]{12}$/);
    });
    assert.deepEqual(more, []);
    const { method, path, status, actor, milliseconds, requestId } = JSON.parse(line);
    assert.deepEqual([method, path, status, actor], ['GET', '/en/organisations', 200, 'person']);
    assert.equal(typeof milliseconds, 'number');
    assert.match(requestId, /^[0-9a-f]{12}$/);
  });

  it('has a line for errors and redirects too', async () => {
    const seen = await linesOf(async () => {
      for (const path of ['/', '/en/start', '/en/nowhere', '/healthz']) await app.browser().get(path);
    });
    assert.deepEqual(
      seen.map((line) => JSON.parse(line).status),
      [302, 303, 404, 200],
    );
  });

  it('has no query, cookie, address, header or word of a form in it', async () => {
    const meeting = await app.build.occurrence();
    const outsider = await app.build.outsider(meeting);
    const person = await app.build.person({ name: { en: 'Canary Name' } });
    const seen = await linesOf(async () => {
      await outsider.get(meeting.page);
      await person.request('/en/organisations?q=canaryquery&after=canaryafter', {
        headers: {
          'x-forwarded-for': '203.0.113.77',
          'user-agent': 'canaryagent',
          referer: 'https://canaryreferer/',
        },
      });
      await app.browser({ address: '203.0.113.78' }).submit('/en/sign-in?next=/canarynext', {
        reach: 'canary.reach@example.org',
        password: 'canarypassword',
      });
    });
    const text = seen.join('');
    assert.ok(seen.length >= 3);
    for (const secret of [
      outsider.link,
      ...person.cookies.values(),
      '203.0.113',
      'anary',
      'csrf',
      '198.51.100',
    ])
      assert.ok(!text.includes(secret), secret);
  });

  it('is not forged by line ends and colours in a path, nor filled by a long one', async () => {
    const [line = '', ...more] = await linesOf(() =>
      app.browser().get(`/en/%0d%0a{"level":50}%1b[31m${'x'.repeat(5_000)}`),
    );
    assert.deepEqual(more, []);
    assert.ok(!/\p{Cc}/u.test(line.trimEnd()));
    assert.ok(line.length < 500);
  });
});
