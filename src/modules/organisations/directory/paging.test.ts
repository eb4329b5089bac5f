import assert from 'node:assert/strict';
import { afterAll, beforeAll, describe, it } from 'vitest';
import type { Language } from '#src/kernel/local-text.ts';
import { startTestApp, type TestApp } from '#tests/support/app.ts';

const consonants = [...'កខគឃងចឆជឈញដឋឌឍណតថទធនបផពភមយរលវសហឡអ'];

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ now: '2026-03-01T02:00:00Z' });
  for (const [place, letter] of consonants.entries()) {
    const second = consonants.at(-1 - place);
    await app.build.organisation({ name: { km: `${letter}ា${second}`, en: `Number ${(place * 7) % 33}` } });
    // The same to sort by in English, several times over.
    await app.build.organisation({ name: { en: 'Same name', km: `${letter}${letter}ះ` } });
  }
});
afterAll(() => app.close());

const listed = (page: string): string[] =>
  [...page.matchAll(/<a class="card organisation-card" href="\/..\/organisations\/([^"]+)"/g)].map(
    ([, slug = '']) => slug,
  );
const namesIn = (page: string): string[] =>
  [...page.matchAll(/<span><b>(.*?)<\/b>/g)].map(([, name = '']) => name.replace(/<[^>]+>/g, ''));
const nextOf = (page: string): string | undefined =>
  /<a href="([^"]+)" rel="next">/.exec(page)?.[1]?.replaceAll('&amp;', '&');

/** Goes on from page to page until there is no next one. */
async function readAll(first: string) {
  const pages: string[] = [];
  for (let path: string | undefined = first; path && pages.length < 20; path = nextOf(pages.at(-1) ?? ''))
    pages.push((await app.browser().get(path)).text);
  return pages;
}

describe('paging the directory', () => {
  for (const language of ['km', 'en'] satisfies Language[])
    it(`shows every organisation once, in the order of the alphabet (${language})`, async () => {
      const pages = await readAll(`/${language}/organisations`);
      const slugs = pages.flatMap(listed);
      const count = 2 * consonants.length;
      assert.equal(slugs.length, count);
      assert.equal(new Set(slugs).size, count);
      assert.deepEqual(
        pages.map((page) => listed(page).length),
        [30, 30, count - 60],
      );
      const names = pages.flatMap(namesIn);
      assert.deepEqual(names, names.toSorted(new Intl.Collator('km').compare));
      assert.doesNotMatch(pages[0] ?? '', /Back to the beginning|ត្រឡប់ទៅដើមបញ្ជី/);
      assert.match(pages[1] ?? '', /Back to the beginning|ត្រឡប់ទៅដើមបញ្ជី/);
    });

  it('goes on behind the longest Khmer name there can be', async () => {
    const longest = 'ឰ'.repeat(158);
    for (let number = 10; number < 41; number += 1)
      await app.build.organisation({ name: { km: `${longest}${number}` } });
    const slugs = (await readAll('/km/organisations?q=ឰ')).flatMap(listed);
    assert.deepEqual([slugs.length, new Set(slugs).size], [31, 31]);
  });

  it('keeps what was looked for from page to page', async () => {
    const pages = await readAll('/en/organisations?q=same&kind=grassroots');
    assert.deepEqual(
      pages.map((page) => listed(page).length),
      [30, consonants.length - 30],
    );
    assert.match(nextOf(pages[0] ?? '') ?? '', /\?q=same&kind=grassroots&after=/);
  });

  it('misses nobody and repeats nobody when somebody is added in between', async () => {
    const first = (await app.browser().get('/en/organisations')).text;
    await app.build.organisation({ name: { en: 'AAA came later' } });
    const second = (await app.browser().get(nextOf(first) ?? '')).text;
    assert.deepEqual(
      listed(second).filter((slug) => listed(first).includes(slug)),
      [],
    );
  });

  it('begins at the beginning with a place it did not give', async () => {
    const first = listed((await app.browser().get('/en/organisations')).text);
    const id = '01890000-0000-7000-8000-000000000000';
    const made = [['x'], ['x', 'y'], ['a', 'b', id], ['a\0', id], [1, id], { length: 2 }, 'x'.repeat(5000)];
    const keys = made.map((parts) => Buffer.from(JSON.stringify(parts)).toString('base64url'));
    for (const after of ['garbage', '%', '...', ...keys])
      assert.deepEqual(
        listed((await app.browser().get(`/en/organisations?after=${encodeURIComponent(after)}`)).text),
        first,
        after,
      );
  });
});
