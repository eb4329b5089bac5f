import assert from 'node:assert/strict';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { plantSeeds } from '#src/seeds.ts';
import { startTestApp, type TestApp } from '#tests/support/app.ts';

let app: TestApp;
let coordinator: Awaited<ReturnType<TestApp['build']['coordinator']>>;
let forms: readonly string[];
beforeAll(async () => {
  app = await startTestApp({ now: '2026-03-01T02:00:00Z' });
  await plantSeeds(app.runtime, { demo: false });
  coordinator = await app.build.coordinator();
  forms = [
    '/en/contact',
    '/en/sign-in',
    '/en/coordinate/organisations/new',
    '/en/organisations/oi/edit',
    '/en/organisations/oi/people/new',
    '/en/organisations/oi/projects',
    '/en/organisations/oi/standing',
    '/en/organisations/oi/standing/undo',
    '/en/coordinate/news/new',
    ...['story', 'aims', 'activities', 'figures', 'hosts', 'supporters'].map(
      (part) => `/en/coordinate/network/${part}`,
    ),
  ];
});
afterAll(() => app.close());

type Fields = Readonly<Record<string, string | readonly string[]>>;

/** Every name our own pages put into a form. */
async function namesIn(path: string): Promise<string[]> {
  const { text } = await coordinator.get(path.replace('/undo', ''));
  const [, main = ''] = text.split('<main');
  return [...new Set([...main.matchAll(/ name="([^"]+)"/g)].map(([, name = '']) => name))].filter(
    (name) => name !== 'csrf',
  );
}

/** What a form may answer: refused with words, or taken. Never a fault of ours. */
async function answersTo(fields: (names: readonly string[]) => Fields): Promise<void> {
  // Later each time, so that no limit answers instead of the form.
  app.clock.now = new Date(app.clock.now.getTime() + 3_600_000);
  for (const path of forms) {
    const { status } = await coordinator.submit(path, fields(await namesIn(path)));
    assert.ok([200, 303, 404, 413, 422].includes(status), `${path} ${status}`);
  }
}

describe('a form filled in by somebody who means harm', () => {
  it('bears every field sent twice', () =>
    answersTo((names) => Object.fromEntries(names.map((name) => [name, ['a', 'b']]))));

  it('bears fields where a group is expected, and groups where a field is', () =>
    answersTo((names) =>
      Object.fromEntries(
        names.flatMap((name) => [
          [name.split('.')[0] ?? '', 'x'],
          [`${name}.x.y`, 'z'],
        ]),
      ),
    ));

  it('bears the names that objects have by nature, and changes none of them', async () => {
    await answersTo((names) => ({
      ['__proto__']: 'x',
      'a[__proto__][polluted]': 'x',
      '__proto__.polluted': 'x',
      constructor: 'x',
      'constructor.prototype.polluted': 'x',
      ...Object.fromEntries(
        names.flatMap((name) => [
          [`${name}.constructor.prototype.polluted`, 'x'],
          [`${name}[__proto__][polluted]`, 'x'],
        ]),
      ),
    }));
    assert.equal(Reflect.get({}, 'polluted'), undefined);
  });

  it('bears two thousand fields', () =>
    answersTo(() => Object.fromEntries(Array.from({ length: 2_000 }, (_, place) => [`field${place}`, 'x']))));

  it('bears characters nobody types, and far too much of any', async () => {
    for (const text of ['\0', 'a\0b', '\u202e\ufffe\uffff', '\ud800', '្'.repeat(2_000), 'ក'.repeat(30_000)])
      await answersTo((names) => Object.fromEntries(names.map((name) => [name, text])));
  });

  it('bears names of codes that do not exist, and ids of nothing', () =>
    answersTo((names) => Object.fromEntries(names.map((name) => [name, 'toString']))));
});

describe('an address made up by somebody who means harm', () => {
  it('leads to a page, or to nothing, never to a fault of ours', async () => {
    const pages = [
      '/en/',
      '/en/organisations',
      '/en/organisations/oi',
      '/en/news',
      '/en/sign-in',
      '/en/coordinate/messages',
    ];
    const queries = [
      '?after',
      '?after=',
      '?after=%00',
      '?key=%00',
      '?key=%ff',
      '?q[]=a',
      '?q[__proto__]=a',
      '?%',
      `?${'a=1&'.repeat(2_000)}`,
    ];
    for (const path of pages)
      for (const query of queries)
        assert.ok((await coordinator.get(path + query)).status < 500, path + query.slice(0, 40));
  });
});
