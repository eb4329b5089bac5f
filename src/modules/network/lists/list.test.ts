import assert from 'node:assert/strict';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { plantSeeds } from '#src/seeds.ts';
import { startTestApp, type TestApp } from '#tests/support/app.ts';
import { tickedIn, valueIn, wordsIn } from '#tests/support/page.ts';

let app: TestApp;
let coordinator: Awaited<ReturnType<TestApp['build']['coordinator']>>;
beforeAll(async () => {
  app = await startTestApp({ now: '2026-03-01T02:00:00Z' });
  await plantSeeds(app.runtime, { demo: false });
  coordinator = await app.build.coordinator();
});
afterAll(() => app.close());

const pathOf = (part: string) => `/en/coordinate/network/${part}`;
const words = async (where: string) => wordsIn((await app.browser().get(where)).text);
const rowsIn = (page: string): number => page.match(/<legend>Row \d+<\/legend>/g)?.length ?? 0;

describe('the aims of the network', () => {
  it('stand in their order under About and on the front page, in both languages', async () => {
    const saved = await coordinator.follow(pathOf('aims'), {
      'aims.0.text.km': 'គោលបំណងទីមួយ',
      'aims.0.text.en': 'First aim',
      'aims.1.text.en': ' ',
      'aims.2.text.en': 'Second aim',
    });
    assert.match(saved.text, /Saved\. Everybody sees it now\./);
    for (const where of ['/en/about', '/en/'])
      assert.match(await words(where), /Aims 1 First aim 2 Second aim/);
    for (const where of ['/km/about', '/km/']) assert.match(await words(where), /១ គោលបំណងទីមួយ ២ Second aim/);
  });

  it('come back into the form, grow by a row, and keep what is typed with its faults', async () => {
    const typed = { 'aims.0.text.en': 'x'.repeat(301), 'aims.1.text.km': 'ពីរ', 'aims.2.text.km': '' };
    const more = await coordinator.submit(pathOf('aims'), { ...typed, again: 'aims' });
    assert.deepEqual([more.status, rowsIn(more.text)], [200, 4]);
    assert.doesNotMatch(more.text, /class="problems"/);
    const wrong = await coordinator.submit(pathOf('aims'), typed);
    assert.equal(wrong.status, 422);
    assert.match(wrong.text, /id="aims\.0\.text\.en-error">Write a shorter text, of at most 300 characters/);
    assert.equal(valueIn(wrong.text, 'aims.1.text.km'), 'ពីរ');
    assert.equal(rowsIn(wrong.text), 3); // the two that were written, and one to write in
    assert.match(await words('/en/about'), /1 First aim/);
  });

  it('are gone from both pages when every row is empty', async () => {
    await coordinator.submit(pathOf('aims'), { 'aims.0.text.en': '' });
    for (const where of ['/en/about', '/en/']) assert.doesNotMatch(await words(where), /Aims/);
  });
});

describe('the activities of the network', () => {
  it('stand under About with a name and a few sentences', async () => {
    await coordinator.submit(pathOf('activities'), {
      'activities.0.name.en': 'Radio hour',
      'activities.0.text.en': 'Every week.',
      'activities.1.name.km': 'សិក្ខាសាលា',
    });
    assert.match(await words('/en/about'), /Activities Radio hour Every week\. សិក្ខាសាលា/);
    const wrong = await coordinator.submit(pathOf('activities'), { 'activities.0.text.en': 'No name' });
    assert.match(wrong.text, /Write the name of the activity, or leave the whole row empty\./);
  });
});

describe('the figures the network quotes', () => {
  const figure = {
    'figures.0.value.km': '៦៧,៥%',
    'figures.0.value.en': '67.5 %',
    'figures.0.label.en': 'use the Internet',
    'figures.0.source.en': 'Counted in 2023',
    'figures.0.sourceUrl': 'example.org/count',
    'figures.0.isMain': 'yes',
    'figures.1.value.en': '89 %',
    'figures.1.label.en': 'elsewhere',
    'figures.1.source.en': 'A report',
  };

  it('say where they come from, and the main ones stand on the front page too', async () => {
    await coordinator.submit(pathOf('figures'), figure);
    const about = (await app.browser().get('/en/about')).text;
    assert.match(wordsIn(about), /67\.5 % use the Internet Counted in 2023 89 % elsewhere A report/);
    assert.match(about, /<a href="https:\/\/example\.org\/count">Counted in 2023<\/a>/);
    const front = await words('/en/');
    assert.match(front, /67\.5 % use the Internet Counted in 2023/);
    assert.doesNotMatch(front, /89 %/);
    assert.match(await words('/km/'), /៦៧,៥%/);
    const form = (await coordinator.get(pathOf('figures'))).text;
    assert.deepEqual(tickedIn(form, 'figures.0.isMain'), ['yes']);
    assert.deepEqual(tickedIn(form, 'figures.1.isMain'), []);
  });

  it('are not quoted without a source, nor with one that leads nowhere', async () => {
    const wrong = await coordinator.submit(pathOf('figures'), {
      ...figure,
      'figures.0.sourceUrl': 'javascript:alert(1)',
      'figures.1.source.en': '',
    });
    assert.equal(wrong.status, 422);
    assert.match(wrong.text, /<a href="#figures\.1\.source\.km">Write where the number comes from/);
    assert.match(wrong.text, /<a href="#figures\.0\.sourceUrl">/);
    assert.equal(valueIn(wrong.text, 'figures.0.value.km'), '៦៧,៥%');
    assert.match(await words('/en/about'), /89 % elsewhere A report/);
  });
});

describe('the supporters of the network', () => {
  it('stand under About, and in the footer of every page while they support it', async () => {
    await coordinator.submit(pathOf('supporters'), {
      'supporters.0.name.en': 'Giver Today',
      'supporters.0.text.en': 'Gives rooms.',
      'supporters.0.website': 'https://giver.example.org',
      'supporters.0.sinceYear': '២០២០',
      'supporters.1.name.en': 'Giver This Year',
      'supporters.1.untilYear': '2026',
      'supporters.2.name.en': 'Giver Before',
      'supporters.2.sinceYear': '2012',
      'supporters.2.untilYear': '2015',
    });
    const about = (await app.browser().get('/en/about')).text;
    assert.match(
      wordsIn(about),
      /Giver Today since 2020 Gives rooms\. Giver This Year Giver Before 2012 to 2015/,
    );
    assert.match(about, /<a href="https:\/\/giver\.example\.org">Giver Today<\/a>/);
    const [, footer = ''] = (await app.browser().get('/en/privacy')).text.split('<footer');
    assert.match(footer.replace(/<[^>]+>/g, ''), /supported by Giver Today, Giver This Year/);
    assert.doesNotMatch(footer, /Giver Before/);
  });

  it('are refused a year that is none, and keep the rest of the row', async () => {
    const wrong = await coordinator.submit(pathOf('supporters'), {
      'supporters.0.name.en': 'Kept',
      'supporters.0.sinceYear': 'long ago',
    });
    assert.match(wrong.text, /Write a year such as 2015\./);
    assert.equal(valueIn(wrong.text, 'supporters.0.name.en'), 'Kept');
    assert.equal(valueIn(wrong.text, 'supporters.0.sinceYear'), 'long ago');
  });

  it('cannot have stopped before they began', async () => {
    const years = (sinceYear: string, untilYear: string) =>
      coordinator.submit(pathOf('supporters'), {
        'supporters.0.name.en': 'Backwards',
        'supporters.0.sinceYear': sinceYear,
        'supporters.0.untilYear': untilYear,
      });
    const wrong = await years('2024', '2020');
    assert.equal(wrong.status, 422);
    assert.match(
      wrong.text,
      /id="supporters\.0\.untilYear-error">The last year cannot come before the first\./,
    );
    assert.equal((await years('2020', '2020')).status, 303);
    assert.equal((await years('', '2020')).status, 303);
  });
});

describe('a list whose writer was signed out', () => {
  it('is not saved, and not lost either', async () => {
    for (const [part, field, rest] of [
      ['aims', 'aims.1.text.en', {}],
      ['activities', 'activities.0.name.en', {}],
      ['figures', 'figures.0.label.en', { 'figures.0.value.en': '1', 'figures.0.source.en': 'A report' }],
      ['supporters', 'supporters.2.name.en', {}],
    ] as const) {
      const refused = await app.browser().submit(pathOf(part), { ...rest, [field]: 'Typed for an hour' });
      assert.equal(refused.status, 403, part);
      assert.equal(valueIn(refused.text, field), 'Typed for an hour');
      assert.doesNotMatch(await words('/en/about'), /Typed for an hour/);
    }
  });
});

describe('a list that two coordinators save at once', () => {
  it('is the list of one of them, never a mixture', async () => {
    const lists = ['one', 'two'].map((who) =>
      Object.fromEntries([0, 1, 2, 3].map((place) => [`aims.${place}.text.en`, `${who} ${place}`])),
    );
    await Promise.all([
      coordinator.submit(pathOf('aims'), lists[0]),
      coordinator.onTwin().submit(pathOf('aims'), lists[1]),
    ]);
    assert.match(await words('/en/about'), /Aims 1 (one|two) 0 2 \1 1 3 \1 2 4 \1 3 /);
  });
});
