import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { describe, it } from 'vitest';
import { normaliseKm } from '#src/kernel/khmer/normalise.ts';
import { isUnreachable } from '#src/platform/db/unreachable.ts';
import { projectFile } from '#src/platform/project.ts';
import { startTestApp, type TestApp } from '#tests/support/app.ts';
import { wordsIn } from '#tests/support/page.ts';
import { plantSeeds } from './seeds.ts';

const now = '2026-03-01T02:00:00Z';

/** Runs on a database of its own, which begins empty. */
async function withApp(use: (app: TestApp) => Promise<void>): Promise<void> {
  const app = await startTestApp({ now });
  try {
    await use(app);
  } finally {
    await app.close();
  }
}

const tables = [
  ...['organisation', 'membership', 'position', 'project'].map((name) => `organisations.${name}`),
  ...['network', 'aim', 'activity', 'figure', 'supporter', 'host_term', 'news_item'].map(
    (name) => `network.${name}`,
  ),
  ...['kind', 'series', 'occurrence', 'minutes', 'action_item', 'rsvp', 'invitation'].map(
    (name) => `meetings.${name}`,
  ),
  ...['accounts.person', 'accounts.seat', 'messaging.address', 'messaging.outbox', 'platform.audit'],
];

/** How many rows each table holds, and the sum of what stands in them. */
async function contentOf({ db }: TestApp): Promise<Record<string, { count: number; sum: string }>> {
  const content: Record<string, { count: number; sum: string }> = {};
  for (const table of tables) {
    const { rows } = await sql<{ count: number; sum: string }>`
      select count(*)::int as count, coalesce(md5(string_agg(row_text, '' order by row_text)), '') as sum
      from (select each::text as row_text from ${sql.table(table)} as each) as rows`.execute(db);
    if (rows[0]) content[table] = rows[0];
  }
  return content;
}

const countsOf = async (app: TestApp, names: readonly string[]) => {
  const content = await contentOf(app);
  return names.map((name) => content[name]?.count);
};

describe('the facts of the first network', () => {
  it('are what the founders told, and nothing besides', () =>
    withApp(async (app) => {
      await plantSeeds(app.runtime, { demo: false });
      assert.deepEqual(
        await countsOf(app, [
          'organisations.organisation',
          'meetings.series',
          'network.aim',
          'network.activity',
        ]),
        [7, 5, 3, 5],
      );
      assert.deepEqual(
        await countsOf(app, ['network.figure', 'network.supporter', 'network.host_term']),
        [6, 1, 1],
      );
      const nobody = ['accounts.person', 'accounts.seat', 'organisations.position', 'organisations.project'];
      const nothing = ['meetings.occurrence', 'meetings.minutes', 'network.news_item', 'messaging.address'];
      assert.deepEqual(await countsOf(app, [...nobody, ...nothing, 'messaging.outbox']), Array(9).fill(0));
      const standings = await app.db
        .selectFrom('organisations.membership')
        .select(['standing', ({ fn }) => fn.countAll<number>().as('count')])
        .groupBy('standing')
        .orderBy('standing')
        .execute();
      assert.deepEqual(
        standings.map(({ standing, count }) => [standing, Number(count)]),
        [
          ['founding', 5],
          ['member', 2],
        ],
      );
      const host = await app.db
        .selectFrom('network.host_term as term')
        .innerJoin('organisations.organisation as host', 'host.id', 'term.organisation_id')
        .select(['slug', 'since', 'until'])
        .execute();
      assert.deepEqual(host, [{ slug: 'oi', since: '2012-01-01', until: null }]);
    }));

  it('are planted once: a second start changes nothing, not even what people changed since', () =>
    withApp(async (app) => {
      await plantSeeds(app.runtime, { demo: false });
      const coordinator = await app.build.coordinator();
      await coordinator.submit('/en/coordinate/network/aims', { 'aims.0.text.en': 'Our own aim' });
      const before = await contentOf(app);
      app.clock.now = new Date('2026-04-01T02:00:00Z');
      await plantSeeds(app.runtime, { demo: false });
      await plantSeeds(app.runtime, { demo: true });
      assert.deepEqual(await contentOf(app), before);
    }));

  it('are planted once when two processes start at the same moment', () =>
    withApp(async (app) => {
      await Promise.all([app, app.twin].map(({ runtime }) => plantSeeds(runtime, { demo: false })));
      assert.deepEqual(
        await countsOf(app, ['network.network', 'organisations.organisation', 'meetings.series']),
        [1, 7, 5],
      );
    }));

  it('are all there or none: a start that is cut off leaves nothing, and the next one begins anew', () =>
    withApp(async (app) => {
      await sql`alter table meetings.series rename to series_away`.execute(app.db);
      await assert.rejects(
        plantSeeds(app.runtime, { demo: false }),
        (problem: Error) => !isUnreachable(problem),
      );
      await sql`alter table meetings.series_away rename to series`.execute(app.db);
      const left = Object.values(await contentOf(app)).map(({ count }) => count);
      assert.deepEqual(left, Array(tables.length).fill(0));
      await plantSeeds(app.runtime, { demo: false });
      assert.deepEqual(await countsOf(app, ['organisations.organisation', 'meetings.series']), [7, 5]);
    }));
});

describe('the demonstration', () => {
  it('adds organisations that say so in both languages, and invents nothing about a real one', () =>
    withApp(async (app) => {
      await plantSeeds(app.runtime, { demo: true });
      const all = await app.db
        .selectFrom('organisations.organisation')
        .select(['id', 'name', 'slug'])
        .execute();
      const real = all.filter(({ name }) => !name.en?.endsWith('(demonstration)'));
      assert.deepEqual(real.map(({ slug }) => slug).sort(), [
        'ccc',
        'cchr',
        'ewmi',
        'instedd',
        'odc',
        'oi',
        'wmc',
      ]);
      assert.equal(all.length, 13);
      for (const { name } of all)
        if (!real.some((each) => each.name === name)) assert.match(name.km ?? '', /\(សាកល្បង\)$/);

      const ids = real.map(({ id }) => id);
      const attached = {
        people: sql`select from organisations.position where organisation_id = any(${ids})`,
        seats: sql`select from accounts.seat where organisation_id = any(${ids})`,
        projects: sql`select from organisations.project where organisation_id = any(${ids})`,
        series: sql`select from meetings.series where host_organisation_id = any(${ids})`,
        occurrences: sql`select from meetings.occurrence where host_organisation_id = any(${ids})`,
        actions: sql`select from meetings.action_item where owner_organisation_id = any(${ids})`,
        answers: sql`select from meetings.rsvp`,
        hosts: sql`select from network.host_term offset 1`,
      };
      for (const [what, query] of Object.entries(attached))
        assert.equal((await query.execute(app.db)).rows.length, 0, what);
      const [news] = await app.db.selectFrom('network.news_item').select('title').execute();
      assert.match(`${news?.title.en} ${news?.title.km}`, /\(demonstration\).*\(សាកល្បង\)/);
    }));

  it('has meetings behind it and ahead of it, with minutes and things to do', () =>
    withApp(async (app) => {
      await plantSeeds(app.runtime, { demo: true });
      const [ahead, behind] = [await app.browser().get('/en/meetings'), await app.browser().get('/en/')];
      assert.match(ahead.text, /Quarterly ICT4D meeting/);
      assert.match(
        wordsIn(behind.text),
        /Latest minutes Quarterly ICT4D meeting Wednesday 17 December 2025 Open network meeting/,
      );
      const coordinator = await app.build.coordinator();
      assert.match((await coordinator.get('/en/coordinate')).text, /Overdue action items/);
    }));

  it('has a public meeting in two weeks to a month that a visitor may answer, whenever it starts', async () => {
    for (const start of ['2026-01-01', '2026-02-28', '2026-03-12', '2026-07-30', '2026-11-22', '2026-12-31'])
      await withApp(async (app) => {
        app.clock.now = new Date(`${start}T02:00:00Z`);
        await plantSeeds(app.runtime, { demo: true });
        const [first] = await app.db
          .selectFrom('meetings.occurrence as occurrence')
          .innerJoin('meetings.series as series', 'series.id', 'series_id')
          .select(['occurrence.id', 'starts_at as startsAt'])
          .where('slug', '=', 'quarterly-ict4d-meeting')
          .where('starts_at', '>', app.clock.now)
          .orderBy('starts_at')
          .execute();
        const days = ((first?.startsAt.getTime() ?? 0) - app.clock.now.getTime()) / 86_400_000;
        assert.ok(days >= 12 && days <= 32, `${start}: ${days} days`);
        const front = (await app.browser().get('/en/')).text;
        assert.ok(front.includes(`/en/occurrences/${first?.id}/rsvp?answer=accepted`), start);
      });
  });

  it('has asked its invented people to that meeting, and nobody else', () =>
    withApp(async (app) => {
      await plantSeeds(app.runtime, { demo: true });
      assert.deepEqual(await countsOf(app, ['meetings.invitation', 'messaging.outbox']), [4, 4]);
      const coordinator = await app.build.coordinator();
      const outbox = wordsIn((await coordinator.get('/en/dev/outbox')).text);
      for (const reach of ['+85512000101', '+85512000102', '+85512000103', 'visal@lotus-lab.example.org'])
        assert.ok(outbox.includes(reach), reach);
    }));

  it('changes none of the facts', () =>
    withApp(async (app) => {
      await plantSeeds(app.runtime, { demo: true });
      assert.deepEqual(
        await countsOf(app, ['network.aim', 'network.figure', 'network.host_term', 'meetings.series']),
        [3, 6, 1, 5],
      );
    }));
});

describe('the texts of the seeds', () => {
  const files = ['ict4d-cambodia', 'demo'].flatMap((folder) =>
    readdirSync(projectFile('seeds', folder)).map((name) => `${folder}/${name}`),
  );
  const read = (file: string): unknown => JSON.parse(readFileSync(projectFile('seeds', file), 'utf8'));

  it('are in their Khmer normal form already', () => {
    assert.equal(files.length, 5);
    for (const file of files)
      for (const text of textsIn(read(file))) {
        assert.equal(text, normaliseKm(text), file);
        assert.doesNotMatch(text, /[\u200b\u00a0]|^\s|\s$/, file);
      }
  });

  it('are in both languages, but for names that have one', () => {
    for (const file of files)
      for (const { path, pair } of pairsIn(read(file)))
        if (!path.endsWith('name'))
          assert.deepEqual(Object.keys(pair).sort(), ['en', 'km'], `${file} ${path}`);
  });

  it('reach nobody real', () => {
    for (const file of files)
      for (const text of textsIn(read(file))) {
        for (const [email] of text.matchAll(/\S+@\S+/g)) assert.match(email, /@([\w-]+\.)?example\.org$/);
        for (const [number] of text.matchAll(/(?<![\d-])0\d{1,2}[\s-]?\d{3}[\s-]?\d{3,4}/g))
          assert.match(number, /^012 000 \d{3}$/);
      }
  });

  it('would be noticed otherwise', () => {
    assert.notEqual(normaliseKm('ស្រ្តី'), 'ស្រ្តី');
    assert.deepEqual(
      pairsIn({ aims: [{ text: { en: 'x' } }], name: { km: 'ក' } }).map(({ path }) => path),
      ['aims.0.text', 'name'],
    );
    assert.deepEqual(textsIn({ a: ['x', { b: 'y' }] }), ['x', 'y']);
  });
});

const textsIn = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : isGroup(value) ? Object.values(value).flatMap(textsIn) : [];

type Pair = { readonly path: string; readonly pair: object };

function pairsIn(value: unknown, path: readonly string[] = []): Pair[] {
  if (!isGroup(value)) return [];
  if ('km' in value || 'en' in value) return [{ path: path.join('.'), pair: value }];
  return Object.entries(value).flatMap(([name, each]) => pairsIn(each, [...path, name]));
}

const isGroup = (value: unknown): value is object => typeof value === 'object' && value !== null;
