import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import pg from 'pg';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { asset } from '#src/web/http/assets.ts';
import { startTestApp, type TestApp } from '#tests/support/app.ts';
import { plantVariedKhmer } from './varied-khmer.ts';

// Bytes, not seconds: a size is the same on every machine. On the line, as a browser that takes brotli gets it.
const pageAndStyle = 14_000;
const firstVisit = { withWebfont: 43_000, withoutWebfont: 15_000 };
const webfont = 14_000;

describe('what a page weighs, full of varied Khmer', () => {
  let app: TestApp;
  let paths: readonly string[];
  beforeAll(async () => {
    app = await startTestApp({ now: '2026-11-22T02:00:00Z' });
    paths = await plantVariedKhmer(app);
  });
  afterAll(() => app.close());

  const pageOf = async (path: string) => {
    const { text, status } = await app.browser().get(path);
    assert.equal(status, 200, path);
    return text;
  };

  it('leaves every public page, with its style sheet, under 14 kB', async () => {
    assert.ok(paths.length > 20);
    for (const path of paths) {
      const bytes = packed(Buffer.from(await pageOf(path))) + fileSize('style.css');
      assert.ok(bytes <= pageAndStyle, `${path} weighs ${bytes} bytes`);
    }
  });

  it('leaves a first visit under 15 kB in 3 requests, or 43 kB in 5 with the webfont', async () => {
    const page = await pageOf('/km/');
    const requests = [...page.matchAll(/<link[^>]+rel="(?:stylesheet|icon)"[^>]*>|<script[^>]+src=|<img /g)];
    assert.equal(requests.length, 2);
    const plain = packed(Buffer.from(page)) + fileSize('style.css') + fileSize('icon.svg');
    assert.ok(plain <= firstVisit.withoutWebfont, `${plain} bytes`);
    const fonts = ['font-400.woff2', 'font-700.woff2'].map(fileSize);
    for (const bytes of fonts) assert.ok(bytes <= webfont, `a weight of the webfont is ${bytes} bytes`);
    assert.ok(plain + fonts.reduce((sum, bytes) => sum + bytes, 0) <= firstVisit.withWebfont);
  });

  it('asks no other host for anything, and needs no script', async () => {
    for (const path of paths) {
      const page = await pageOf(path);
      assert.doesNotMatch(page, /<script(?! type="application\/ld\+json")/, path);
      for (const [, address = ''] of page.matchAll(/<(?:link|img|source|iframe)[^>]+(?:href|src)="([^"]+)"/g))
        assert.match(address, /^(\/(?!\/)|http:\/\/network\.test\/)/, path);
    }
    assert.doesNotMatch(styleSheet(), /url\((?!["']?\/assets\/)/);
  });

  it('takes as many queries for thirty rows as for one', async () => {
    const few = await startTestApp({ now: '2026-11-22T02:00:00Z' });
    const fewPaths = await plantVariedKhmer(few, { rows: 1 });
    try {
      for (const [place, path] of fewPaths.entries()) {
        const [one, many] = [await countQueries(few, path), await countQueries(app, paths[place] ?? '')];
        assert.ok(many <= one, `${path}: ${one} queries for one row, ${many} for thirty`);
        assert.ok(many <= 14, `${path}: ${many} queries`);
      }
    } finally {
      await few.close();
    }
  });
});

/** How many statements one page takes. */
async function countQueries({ browser }: TestApp, path: string): Promise<number> {
  const { query } = pg.Client.prototype;
  let count = 0;
  pg.Client.prototype.query = function counted(this: pg.Client, ...args: Parameters<typeof query>) {
    count += 1;
    return query.apply(this, args);
  } as typeof query;
  try {
    await browser().get(path);
    return count;
  } finally {
    pg.Client.prototype.query = query;
  }
}

const packed = (body: Buffer): number =>
  brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;

/** As it lies on the disk, packed at build where that helps. */
function fileSize(name: string): number {
  const file = `dist${asset(name)}`;
  return readFileSync(/\.(css|svg)$/.test(name) ? `${file}.br` : file).length;
}

const styleSheet = (): string => readFileSync(`dist${asset('style.css')}`, 'utf8');
