import assert from 'node:assert/strict';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { startTestApp, type TestApp } from '#tests/support/app.ts';

const path = '/km/organisations';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ now: '2026-03-01T02:00:00Z' });
  for (let number = 0; number < 5; number += 1) await app.build.organisation();
});
afterAll(() => app.close());

const ask = (headers: Record<string, string> = {}, method = 'GET') =>
  app.http.request(path, { headers, method });

describe('a page on its way', () => {
  it('is packed as the browser can read it, and is the same page', async () => {
    const plain = await (await ask()).text();
    const [br, gzip] = [
      await ask({ 'accept-encoding': 'gzip, br' }),
      await ask({ 'accept-encoding': 'gzip' }),
    ];
    assert.deepEqual(
      [br.headers.get('content-encoding'), gzip.headers.get('content-encoding')],
      ['br', 'gzip'],
    );
    const [brBytes, gzipBytes] = [await br.arrayBuffer(), await gzip.arrayBuffer()];
    assert.equal(brotliDecompressSync(brBytes).toString(), plain);
    assert.equal(gunzipSync(gzipBytes).toString(), plain);
    assert.ok(brBytes.byteLength < plain.length / 3);
    assert.equal(br.headers.get('content-type'), 'text/html; charset=utf-8');
    assert.match(br.headers.get('vary') ?? '', /Accept-Encoding/);
  });

  it('is not sent again to somebody who has it, until it changes', async () => {
    const first = await ask();
    const tag = first.headers.get('etag') ?? '';
    assert.match(tag, /^W\/"[\w-]+"$/);
    const known = await ask({ 'if-none-match': `"other", ${tag}` });
    assert.deepEqual([known.status, await known.text()], [304, '']);
    assert.equal(known.headers.get('etag'), tag);
    await app.build.organisation();
    const changed = await ask({ 'if-none-match': tag });
    assert.equal(changed.status, 200);
    assert.notEqual(changed.headers.get('etag'), tag);
  });

  it('is kept by no cache for somebody signed in, nor for who holds a link', async () => {
    const anybody = await app.browser().get(path);
    assert.equal(anybody.headers.get('cache-control'), 'private, no-cache');
    const meeting = await app.build.occurrence();
    for (const visitor of [await app.build.member(), await app.build.outsider(meeting)]) {
      const page = await visitor.request(meeting.page, { headers: { 'if-none-match': '*' } });
      assert.equal(page.status, 200);
      assert.equal(page.headers.get('cache-control'), 'private, no-store');
      assert.equal(page.headers.get('etag'), null);
    }
  });

  it('that is an error is kept by nobody either', async () => {
    const missing = await app.browser().get('/en/nowhere');
    assert.equal(missing.headers.get('cache-control'), 'private, no-store');
    assert.equal(missing.headers.get('etag'), null);
  });

  it('answers HEAD with the headers of GET and no body', async () => {
    const [get, head] = [await ask(), await ask({}, 'HEAD')];
    assert.deepEqual([head.status, await head.text()], [200, '']);
    for (const name of ['etag', 'cache-control', 'content-type', 'vary', 'content-security-policy'])
      assert.equal(head.headers.get(name), get.headers.get(name), name);
    assert.equal((await app.http.request('/en/nowhere', { method: 'HEAD' })).status, 404);
    const start = await app.http.request('/en/start', { method: 'HEAD' });
    assert.deepEqual([start.status, start.headers.get('location')], [303, '/en/sign-in?next=%2Fen%2Fstart']);
  });

  it('is not told apart by HEAD from what a form said: the sentence waits for the page', async () => {
    const member = await app.build.member();
    await member.submit('/en/sign-out');
    await member.request('/en/sign-in', { method: 'HEAD' });
    assert.match((await member.get('/en/sign-in')).text, /class="notice notice-done"/);
  });
});
