import assert from 'node:assert/strict';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { startTestApp, type TestApp } from '#tests/support/app.ts';

const now = '2026-03-01T02:00:00Z';
let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ now });
});
afterAll(() => app.close());

describe('the list of meetings', () => {
  it('says so kindly when there is none', async () => {
    const english = await app.browser().get('/en/meetings');
    assert.match(english.text, /No meeting is planned yet\./);
    assert.match((await app.browser().get('/en/meetings/past')).text, /No meeting has taken place yet\./);
    assert.match((await app.browser().get('/km/meetings')).text, /lang="km"/);
  });

  it('shows those to come by date and those that have been the other way round, page by page', async () => {
    const { id: seriesId } = await app.build.series();
    // Some on the same moment: there, only the id tells them apart.
    const places = Array.from({ length: 65 }, (_, place) => place);
    const [coming, past] = [[], []] as [string[], string[]];
    for (const place of places) {
      const inDays = 1 + Math.floor(place / 3);
      coming.push((await app.build.occurrence({ seriesId, inDays })).id);
      past.push((await app.build.occurrence({ seriesId, inDays: -inDays })).id);
    }
    assert.deepEqual(await walk('/en/meetings'), { pages: [30, 30, 5], ids: coming });
    const walked = await walk('/en/meetings/past');
    assert.deepEqual(walked.pages, [30, 30, 5]);
    assert.deepEqual(new Set(walked.ids), new Set(past));
    const at = new Map(past.map((id, place) => [id, Math.floor(place / 3)]));
    const order = walked.ids.map((id) => at.get(id) ?? -1);
    assert.deepEqual(
      order,
      order.toSorted((left, right) => left - right),
    );
  });

  it('leads coordinators to one more meeting of each series, and nobody else', async () => {
    const { slug } = await app.build.series();
    const coordinator = await app.build.coordinator();
    const add = `href="/en/series/${slug}/occurrences/new"`;
    assert.ok((await coordinator.get('/en/meetings')).text.includes(add));
    assert.ok(!(await (await app.build.member()).get('/en/meetings')).text.includes(add));
  });

  it('goes on on the page of a series too, each list for itself', async () => {
    const { id: seriesId, slug } = await app.build.series();
    const [coming, past] = [[], []] as [string[], string[]];
    for (let inDays = 30; inDays < 60; inDays += 1) {
      coming.push((await app.build.occurrence({ seriesId, inDays })).id);
      past.push((await app.build.occurrence({ seriesId, inDays: -inDays })).id);
    }
    const beside = 12;
    for (const [by, ids] of [
      ['after', coming],
      ['past', past],
    ] as const) {
      const walked = await walk(`/en/series/${slug}`, by);
      assert.deepEqual(walked.pages, [12 + beside, 12 + beside, 6 + beside]);
      assert.deepEqual(
        walked.ids.filter((id) => ids.includes(id)),
        ids,
      );
      const second = await app
        .browser()
        .get(nextOf((await app.browser().get(`/en/series/${slug}`)).text, by) ?? '');
      assert.match(second.text, new RegExp(`class="pager"[^>]*><a href="/en/series/${slug}"`));
    }
  });

  it('goes on where it was, though a meeting was added before', async () => {
    const first = await app.browser().get('/en/meetings');
    const next = nextOf(first.text);
    const added = await app.build.occurrence({ inDays: 0.5 });
    const second = await app.browser().get(next ?? '');
    assert.equal(idsOf(second.text).filter((id) => idsOf(first.text).includes(id)).length, 0);
    assert.ok(!idsOf(second.text).includes(added.id));
    assert.match(second.text, /href="\/en\/meetings"/);
  });

  it('counts a meeting as one to come until it ends', async () => {
    const running = await app.build.occurrence({ inDays: -1 / 24 });
    assert.ok(idsOf((await app.browser().get('/en/meetings')).text).includes(running.id));
    app.clock.now = new Date('2026-03-01T03:00:01Z');
    const [coming, past] = [
      await app.browser().get('/en/meetings'),
      await app.browser().get('/en/meetings/past'),
    ];
    app.clock.now = new Date(now);
    assert.ok(!idsOf(coming.text).includes(running.id));
    assert.equal(idsOf(past.text)[0], running.id);
  });

  const odd = [
    'nonsense',
    keyOf(['no date', '019ca71f-b900-70ed-8447-045169fdb7b6']),
    keyOf(['2026-03-11T02:00:00.000Z', 'no id']),
    keyOf(['2026-03-11T02:00:00.000Z']),
    keyOf(['0000-01-01T00:00:00Z', '019ca71f-b900-70ed-8447-045169fdb7b6']),
    keyOf(['+275760-09-13T00:00:00.000Z', '019ca71f-b900-70ed-8447-045169fdb7b6']),
  ];
  for (const after of odd)
    it(`begins at the beginning when the address was changed by hand to ${after.slice(0, 40)}`, async () => {
      for (const path of ['/en/meetings', '/en/meetings/past']) {
        const page = await app.browser().get(`${path}?after=${after}`);
        assert.equal(page.status, 200);
        assert.deepEqual(idsOf(page.text), idsOf((await app.browser().get(path)).text));
      }
    });
});

function keyOf(parts: readonly string[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

const idsOf = (page: string): string[] =>
  [...page.matchAll(/<h3><a href="\/en\/occurrences\/([0-9a-f-]{36})"/g)].map(([, id = '']) => id);

const nextOf = (page: string, by = 'after'): string | undefined =>
  new RegExp(`href="(/en/[^"]+\\?${by}=[^"]+)"`).exec(page.replace(/^.*<main/s, ''))?.[1];

/** Follows the list to its end, and gives what stood on each page. */
async function walk(path: string, by?: string) {
  const [pages, ids]: [number[], string[]] = [[], []];
  for (let next: string | undefined = path; next && pages.length < 10; ) {
    const { text } = await app.browser().get(next);
    pages.push(idsOf(text).length);
    ids.push(...idsOf(text));
    next = nextOf(text, by);
  }
  return { pages, ids };
}
