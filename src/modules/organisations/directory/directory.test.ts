import assert from 'node:assert/strict';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { startTestApp, type TestApp } from '#tests/support/app.ts';

type Fields = Readonly<Record<string, string | readonly string[]>>;

let app: TestApp;
let coordinator: Awaited<ReturnType<TestApp['build']['coordinator']>>;
beforeAll(async () => {
  app = await startTestApp({ now: '2026-03-01T02:00:00Z' });
  coordinator = await app.build.coordinator();
});
afterAll(() => app.close());

/** Adds one, and gives its address. */
const add = async (fields: Fields): Promise<string> =>
  (await coordinator.submit('/en/coordinate/organisations/new', { kind: 'other', ...fields })).location ?? '';

/** The addresses that are listed, in their order. */
const listed = (page: string): string[] =>
  [...page.matchAll(/<a class="card organisation-card" href="([^"]+)"/g)].map(([, href = '']) => href);

const found = async (query: Record<string, string>, language = 'en') =>
  listed((await app.browser().get(`/${language}/organisations?${new URLSearchParams(query)}`)).text);

describe('searching the directory', () => {
  it('finds Khmer from the middle of a word, and however it is typed', async () => {
    const path = await add({ 'name.km': 'សមាគមស្ត្រីអភិវឌ្ឍន៍សហគមន៍', 'name.en': 'Searched in Khmer' });
    for (const q of ['ស្ត្រី', 'ស្រ្តី', 'អភិវឌ្ឍន៍', 'អភិវឌ្ឍ', 'សហ\u200bគមន៍', 'គមន៍', 'សហគមន៍ ស្ត្រី'])
      assert.ok((await found({ q })).includes(path), q);
    assert.ok((await found({ q: 'ស្រ្តី' }, 'km')).includes(path.replace('/en/', '/km/')));
    assert.deepEqual(await found({ q: 'ស្ត្រីសហគមន៍ក្រៅប្រទេស' }), []);
  });

  it('finds what looks the same with subscript DA and TA, and digits of both kinds', async () => {
    const path = await add({ 'name.km': 'បណ្ដាញឆ្នាំ២០២៦' });
    for (const q of ['បណ្តាញ', '2026', '២០២៦']) assert.ok((await found({ q })).includes(path), q);
  });

  it('takes no notice of case, and wants every word, in any order, from name, letters or text', async () => {
    const path = await add({
      'name.en': 'Zebra Étude Foundation',
      abbreviation: 'ZEF',
      'about.en': 'Works with quilts.',
    });
    for (const q of ['ZEBRA', 'zebra foundation', 'foundation zebra', 'zef', 'quilts zef', 'ebr', 'étude'])
      assert.deepEqual(await found({ q }), [path], q);
    assert.deepEqual(await found({ q: 'zebra absent' }), []);
  });

  it('reads signs as they stand', async () => {
    const path = await add({ 'name.en': 'Hundred% of_the \\ way' });
    for (const q of ['hundred%', '%', 'of_the', '_', '\\', '% \\'])
      assert.deepEqual(await found({ q }), [path], q);
    for (const q of ['h%d', 'of.the', 'hundred_', '\\\\']) assert.deepEqual(await found({ q }), [], q);
  });

  it('bears whatever stands in an address', async () => {
    const hostile = [
      'q=%00',
      'q=a%00b',
      'q=%ff%fe',
      `q=${'x'.repeat(101)}`,
      'q=a&q=b',
      'kind=__proto__',
      'kind=media&kind=other',
      '__proto__=x&constructor=y',
      'province=99',
      'after=%00',
    ];
    for (const query of hostile)
      assert.equal((await app.browser().get(`/en/organisations?${query}`)).status, 200, query);
  });

  it('says so when nothing fits, and leads on', async () => {
    const page = (await app.browser().get('/en/organisations?q=nobodyiscalledthis&kind=media')).text;
    assert.equal(page.match(/No organisation fits\./g)?.length, 1);
    assert.match(
      page,
      /<a class="button button-plain" href="\/en\/organisations">[^<]*Show all organisations/,
    );
    assert.match(page, /value="nobodyiscalledthis"/);
    assert.match((await app.browser().get('/km/organisations?q=nobodyiscalledthis')).text, /បង្ហាញ/);
  });
});

describe('narrowing the directory down', () => {
  it('by kind, expertise, sector, province and language, alone and together', async () => {
    const path = await add({
      'name.en': 'Narrowed down',
      kind: 'academic',
      expertise: ['mapping', 'radio'],
      sectors: ['fisheries'],
      province: '24',
      languages: ['jra'],
    });
    await add({ 'name.en': 'Not that one', kind: 'media', expertise: 'design', province: '23' });
    const filters = {
      kind: 'academic',
      expertise: 'radio',
      sector: 'fisheries',
      province: '24',
      language: 'jra',
    };
    for (const [name, value] of Object.entries(filters))
      assert.deepEqual(await found({ [name]: value }), [path], name);
    assert.deepEqual(await found({ ...filters, q: 'narrowed' }), [path]);
    assert.deepEqual(await found({ ...filters, province: '23' }), []);
  });

  it('by standing, as it is today', async () => {
    const { slug } = await app.build.organisation({ standing: 'supporter' });
    const path = `/en/organisations/${slug}`;
    assert.deepEqual(await found({ standing: 'supporter' }), [path]);
    await coordinator.submit(`${path}/standing/end`, { until: '2026-03-01' });
    assert.deepEqual(await found({ standing: 'supporter' }), []);
  });

  it('passes over what it does not know, and keeps what is chosen in the form', async () => {
    const all = (await found({})).length;
    assert.equal((await found({ kind: 'unheard-of' })).length, all);
    assert.equal((await found({ kind: '' })).length, all);
    const page = (await app.browser().get('/en/organisations?kind=media')).text;
    assert.match(page, /<option value="media" selected>Media<\/option>/);
  });

  it('closes its fields again, and shows each choice as a way back out of it', async () => {
    const path = '/en/organisations?q=quilts&kind=academic&province=24';
    const { text } = await app.browser().get(path);
    assert.doesNotMatch(text, /<details[^>]* open/);
    const [, chosen = ''] = /<nav class="pager filter-chosen"[^>]*>(.*?)<\/nav>/s.exec(text) ?? [];
    assert.deepEqual(
      [...chosen.matchAll(/href="([^"]+)" aria-label="([^"]+)"/g)].map(([, href = '', label]) => [
        href.replaceAll('&amp;', '&'),
        label,
      ]),
      [
        ['/en/organisations?q=quilts&province=24', 'Take away: Kind: Academic'],
        ['/en/organisations?q=quilts&kind=academic', 'Take away: Province: Pailin'],
      ],
    );
    assert.match(chosen, /Kind: Academic/);
    assert.doesNotMatch((await app.browser().get('/en/organisations?q=quilts')).text, /filter-chosen/);
  });

  it('offers its choices as a dictionary of the reader has them, "other" last', async () => {
    const choicesOf = async (path: string, name: string) => {
      const { text } = await app.browser().get(path);
      const [, list = ''] = new RegExp(`<select[^>]*name="${name}">(.*?)</select>`).exec(text) ?? [];
      return [...list.matchAll(/<option value="[^"]+"[^>]*>(.*?)<\/option>/g)].map(([, word = '']) => word);
    };
    const english = await choicesOf('/en/organisations', 'kind');
    const kinds = ['Academic', 'Donor', 'Government', 'Grassroots', 'Media', 'Technology', 'Other'];
    assert.deepEqual(english, kinds);
    for (const name of ['expertise', 'sector', 'province', 'language'])
      for (const language of ['en', 'km']) {
        const choices = await choicesOf(`/${language}/organisations`, name);
        assert.ok(choices.length > 9);
        assert.deepEqual(choices, choices.toSorted(new Intl.Collator(language).compare), name);
      }
  });
});
