import assert from 'node:assert/strict';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { startTestApp, type TestApp } from '#tests/support/app.ts';

const adding = '/en/coordinate/organisations/new';

let app: TestApp;
let coordinator: Awaited<ReturnType<TestApp['build']['coordinator']>>;
beforeAll(async () => {
  app = await startTestApp({ now: '2026-03-01T02:00:00Z' });
  coordinator = await app.build.coordinator();
});
afterAll(() => app.close());

describe('adding an organisation', () => {
  it('puts it into the directory, with everything that was written, in both languages', async () => {
    const fields = {
      'name.km': 'មជ្ឈមណ្ឌលបណ្ដុះបណ្ដាលគំរូ',
      'name.en': 'Model Training Centre',
      abbreviation: 'MTC',
      kind: 'technology',
      'about.en': 'We teach **everybody**.',
      expertise: ['sms', 'training'],
      sectors: 'education',
      languages: ['km', 'fr'],
      province: '12',
      'street.en': 'Street 000',
      website: 'www.example.org',
      publicEmail: ' Hello@Example.org ',
      publicPhone: '០១២ ០០០ ៩០១',
    };
    const answer = await coordinator.submit(adding, fields);
    assert.deepEqual([answer.status, answer.location], [303, '/en/organisations/mtc']);
    const english = await app.browser().get('/en/organisations/mtc');
    for (const words of [
      '<h1>Model Training Centre<small> (MTC)</small></h1>',
      '<strong>everybody</strong>',
      'SMS services · Training',
      'Khmer · French',
      'Street 000',
      'Phnom Penh',
      '<a href="https://www.example.org">www.example.org</a>',
      '<a href="mailto:hello@example.org">',
      '<a href="tel:+85512000901">012 000 901</a>',
    ])
      assert.ok(english.text.includes(words), words);
    const khmer = await app.browser().get('/km/organisations/mtc');
    assert.match(khmer.text, /<h1>មជ្ឈមណ្ឌលបណ្ដុះបណ្ដាលគំរូ/);
    assert.match((await app.browser().get('/en/organisations?q=model')).text, /Model Training Centre/);
  });

  it('is for coordinators; others are asked to sign in, and lose nothing they typed', async () => {
    const anybody = app.browser();
    const page = await anybody.get(adding);
    assert.deepEqual([page.status, page.location], [303, `/en/sign-in?next=${encodeURIComponent(adding)}`]);
    const typed = { 'name.en': 'Typed while signed out', kind: 'other' };
    const refused = await anybody.submit(adding, typed);
    assert.equal(refused.status, 403);
    assert.match(refused.text, /You are signed out\. Nothing is lost/);
    assert.match(refused.text, /value="Typed while signed out"/);

    const { id } = await app.build.organisation();
    const staff = await app.build.person({ organisationId: id, role: 'representative' });
    assert.equal((await staff.get(adding)).status, 403);
    assert.equal((await staff.submit(adding, typed)).status, 403);
    assert.equal((await staff.submit(adding, { ...typed, kind: '' })).status, 403);
    assert.match((await anybody.get('/en/organisations?q=Typed')).text, /No organisation fits\./);
  });

  it('needs a name in one language, and a kind', async () => {
    const nothing = await coordinator.submit(adding, { 'name.en': ' \u200b ', 'about.en': 'Kept' });
    assert.equal(nothing.status, 422);
    assert.match(nothing.text, /<a href="#name\.km">Write the name, in Khmer or in English\.<\/a>/);
    assert.match(nothing.text, /<a href="#kind">Choose what kind of organisation it is\.<\/a>/);
    assert.match(nothing.text, />Kept<\/textarea>/);
    const khmerOnly = await coordinator.submit(adding, { 'name.km': 'សមាគមគំរូ', kind: 'grassroots' });
    assert.match(khmerOnly.location ?? '', /^\/en\/organisations\/organisation-[0-9a-f]{6}$/);
    const page = await app.browser().get(khmerOnly.location ?? '');
    assert.match(page.text, /<h1><span lang="km">សមាគមគំរូ<\/span><\/h1>/);
  });

  it('names the length it keeps to, however much was typed', async () => {
    for (const length of [161, 500])
      assert.match(
        (await coordinator.submit(adding, { 'name.en': 'x'.repeat(length), kind: 'other' })).text,
        /of at most 160 characters\./,
      );
  });

  it('refuses a name that is taken, however it is typed', async () => {
    await coordinator.submit(adding, { 'name.km': 'ស្ត្រីសិទ្ធិស៊ីគ្នា', 'name.en': 'Rice & Rights', kind: 'other' });
    const variants = [
      { 'name.km': 'ស្រ្តីសិទិ្ធសុីគ្នា', 'name.en': 'Rice & Rights' },
      { 'name.km': 'ស្ត្រី\u200bសិទ្ធិ\u200bស៊ីគ្នា', 'name.en': 'RICE  &  rights' },
      { 'name.km': 'ស្រ្តីសិទិ្ធសុីគ្នា' },
      { 'name.en': 'rice & rights' },
      { 'name.en': 'Rice & Rights', 'name.km': 'ឈ្មោះផ្សេង' },
    ];
    for (const variant of variants) {
      const answer = await coordinator.submit(adding, { ...variant, kind: 'other' });
      assert.equal(answer.status, 422, JSON.stringify(variant));
      assert.match(answer.text, /An organisation with this name is in the directory already\./);
    }
    const another = { 'name.en': 'Rice & Rights of Kep', kind: 'other' };
    assert.equal((await coordinator.submit(adding, another)).status, 303);
  });

  it('gives one of two that come at once the name, through whichever process', async () => {
    const twin = coordinator.onTwin();
    const answers = await Promise.all(
      [coordinator, twin].map((browser) => browser.submit(adding, { 'name.en': 'Once Only', kind: 'other' })),
    );
    assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 422]);
    assert.match((await app.browser().get('/en/organisations?q=Once+Only')).text, /1 organisation</);
  });

  it('makes its address of the letters, else of the English name, and never gives one twice', async () => {
    const slugOf = async (name: string, abbreviation = '') => {
      const fields = { 'name.en': name, abbreviation, kind: 'other' };
      const { location } = await coordinator.submit(adding, fields);
      return location?.replace('/en/organisations/', '') ?? '';
    };
    assert.equal(await slugOf('Café de la Paix (Kampot)'), 'cafe-de-la-paix-kampot');
    assert.equal(await slugOf('Café — de la paix, Kampot!'), 'cafe-de-la-paix-kampot-2');
    assert.equal(await slugOf('Known by its letters', 'C. D. P.'), 'c-d-p');
    const long = await slugOf('A name that is '.repeat(8));
    assert.match(long, /^a-name-that-is-[a-z-]+[a-z]$/);
    assert.ok(long.length <= 60, long);
  });

  it('gives both an address when two with the same letters come at once', async () => {
    const twin = coordinator.onTwin();
    const answers = await Promise.all([
      coordinator.submit(adding, { 'name.en': 'First with letters', abbreviation: 'SAME', kind: 'other' }),
      twin.submit(adding, { 'name.en': 'Second with letters', abbreviation: 'SAME', kind: 'other' }),
    ]);
    assert.deepEqual(answers.map(({ location }) => location).sort(), [
      '/en/organisations/same',
      '/en/organisations/same-2',
    ]);
  });
});
