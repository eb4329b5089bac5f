import assert from 'node:assert/strict';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { plantSeeds } from '#src/seeds.ts';
import { startTestApp, type TestApp } from '#tests/support/app.ts';
import { asset } from './assets.ts';

const wanted = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};
const directives = ["default-src 'none'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"];

let plain: TestApp;
let secure: TestApp;
beforeAll(async () => {
  const now = '2026-03-01T02:00:00Z';
  plain = await startTestApp({ now });
  secure = await startTestApp({ now, baseUrl: 'https://network.test' });
  await plantSeeds(secure.runtime, { demo: false });
  await sql`alter table network.news_item rename to news_item_away`.execute(secure.db);
});
afterAll(() => Promise.all([plain.close(), secure.close()]));

function checkHeaders(headers: Headers, about: string): void {
  for (const [name, value] of Object.entries(wanted))
    assert.equal(headers.get(name), value, `${about} ${name}`);
  const policy = headers.get('content-security-policy') ?? '';
  for (const directive of directives) assert.ok(policy.includes(directive), `${about} ${directive}`);
  assert.doesNotMatch(policy, /unsafe|\*|http:/);
  assert.match(headers.get('permissions-policy') ?? '', /camera=\(\)/);
}

describe('what browsers are told with every answer', () => {
  it('is the same for pages, redirects, errors, files and health', async () => {
    const visitor = secure.browser();
    const etag = (await visitor.get('/en/organisations')).headers.get('etag') ?? '';
    const answers = {
      200: await visitor.get('/en/about'),
      302: await visitor.get('/'),
      303: await visitor.get('/en/start'),
      304: await visitor.request('/en/organisations', { headers: { 'if-none-match': etag } }),
      403: await visitor.submit('/en/organisations/oi/archiving'),
      404: await visitor.get('/en/nowhere'),
      413: await visitor.submit('/en/contact', { body: 'x'.repeat(600_000) }),
      422: await visitor.submit('/en/contact'),
      500: await visitor.get('/en/news'),
    };
    for (const [status, answer] of Object.entries(answers)) {
      assert.equal(String(answer.status), status);
      checkHeaders(answer.headers, status);
    }
    for (const path of [asset('style.css'), '/assets/nope.abcdefghij.css', '/healthz', '/readyz'])
      checkHeaders((await secure.http.request(path)).headers, path);
  });

  it('lets nobody else read along with a visitor’s rights', async () => {
    const answer = await secure.http.request('/en/about', {
      headers: { origin: 'https://evil.example.org' },
    });
    assert.equal(answer.headers.get('access-control-allow-origin'), null);
  });

  it('holds to https where the network is there, and only there', async () => {
    const strict = (await secure.browser().get('/en/sign-in')).headers.get('strict-transport-security');
    assert.equal(strict, 'max-age=31536000; includeSubDomains');
    assert.equal((await plain.browser().get('/en/sign-in')).headers.get('strict-transport-security'), null);
  });

  it('makes every cookie fit for https alone, and read by no script', async () => {
    const visitor = secure.browser();
    const cookies = [
      ...(await visitor.get('/en/contact')).headers.getSetCookie(),
      ...(
        await visitor.submit('/en/contact', { name: 'Sok', reach: '012 000 991', body: 'Hello' })
      ).headers.getSetCookie(),
    ];
    assert.deepEqual(
      cookies.map((cookie) => cookie.slice(0, cookie.indexOf('='))),
      ['__Host-visitor', '__Host-said'],
    );
    for (const cookie of cookies) assert.match(cookie, /; Path=\/; HttpOnly; Secure; SameSite=Lax$/, cookie);
  });
});
