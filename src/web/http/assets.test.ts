import assert from 'node:assert/strict';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { startTestApp, type TestApp } from '#tests/support/app.ts';
import { asset } from './assets.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ now: '2026-03-01T02:00:00Z' });
});
afterAll(() => app.close());

describe('a file that belongs to the pages', () => {
  it('is kept for a year under a name that changes with it', async () => {
    assert.match(asset('style.css'), /^\/assets\/style\.[\w-]{10}\.css$/);
    const plain = await app.http.request(asset('style.css'));
    assert.equal(plain.headers.get('cache-control'), 'public, max-age=31536000, immutable');
    assert.equal(plain.headers.get('content-type'), 'text/css; charset=utf-8');
    assert.equal(plain.headers.get('x-content-type-options'), 'nosniff');
    const packed = await app.http.request(asset('style.css'), { headers: { 'accept-encoding': 'br' } });
    assert.equal(packed.headers.get('content-encoding'), 'br');
    const style = brotliDecompressSync(await packed.arrayBuffer()).toString();
    assert.equal(style, await plain.text());
    assert.equal((await app.http.request(asset('card.png'))).headers.get('content-type'), 'image/png');
  });

  it('sets no cookie, and needs no database', async () => {
    assert.equal((await app.http.request(asset('icon.svg'))).headers.get('set-cookie'), null);
  });

  it('that is not there is a page that says so, and no way into other folders', async () => {
    const missing = [
      'nope.abcdefghij.css',
      'style.css',
      '..%2Fassets.json',
      '%2e%2e/assets.json',
      '',
      'style.0000000000.css.br',
    ];
    for (const name of missing) {
      const answer = await app.browser().request(`/assets/${name}`, { headers: { 'accept-language': 'en' } });
      assert.equal(answer.status, 404, name);
      assert.match(answer.text, /There is nothing here/);
    }
  });

  it('that is not known here stops whoever asks for its address', () => {
    assert.throws(() => asset('nope.css'), /There is no asset nope\.css/);
  });
});
