import assert from 'node:assert/strict';
import { afterAll, describe, it } from 'vitest';
import { openCatalog, type Relation } from './catalog.ts';
import ranks from './ranks.json' with { type: 'json' };
import { moduleOf, program, type Source } from './tree.ts';

const catalog = await openCatalog();
afterAll(() => catalog.close());
const relations = await catalog.relations();
const queries = program().filter(({ path }) => /^src\/modules\/.+\.queries\.ts$/.test(path));

/** Tables and views that a module's queries name though they are not its own, nor published to it. */
const strangers = (sources: readonly Source[], known: readonly Relation[]) =>
  sources.flatMap((source) => {
    const own = moduleOf(source.path) ?? '';
    return known
      .filter(({ schema, isView }) => schema !== own && !(isView && rankOf(schema) < rankOf(own)))
      .map(({ schema, name }) => `${schema}.${name}`)
      .filter((relation) => names(source, relation))
      .map((relation) => `${source.path}: ${relation}`);
  });

const rankOf = (schema: string) => ranks.findIndex((modules) => modules.includes(schema));

const names = ({ text }: Source, relation: string) =>
  new RegExp(`(?<![\\w./])${relation.replace('.', '\\.')}(?![\\w.])`).test(withoutComments(text));

const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');

/** Schemas that belong to nobody. */
const homeless = (known: readonly Relation[]) =>
  known.filter(({ schema }) => schema !== 'platform' && rankOf(schema) < 0).map(({ schema }) => schema);

describe('tables belong to one module', () => {
  it('which alone names them; others name the views it publishes', () => {
    assert.deepEqual(strangers(queries, relations), []);
    const named = relations.filter(({ schema, name }) =>
      queries.some((source) => names(source, `${schema}.${name}`)),
    );
    assert.ok(named.length > 30, `${named.length} tables and views are named at all`);
  });
  it('and lie in its schema', () => {
    assert.deepEqual(homeless(relations), []);
  });
  it('so that no foreign key and no view ties two schemas together', async () => {
    assert.deepEqual(await catalog.crossings(), []);
  });
});

describe('a table in the wrong hands would be noticed', () => {
  const known = [
    { schema: 'accounts', name: 'person', isView: false },
    { schema: 'accounts', name: 'named', isView: true },
    { schema: 'meetings', name: 'open', isView: true },
    { schema: 'platform', name: 'audit', isView: false },
  ];
  const file = (path: string, text: string) => ({ path: `src/modules/${path}.queries.ts`, text });

  it('by what queries name', () => {
    const table = file('meetings/x', "selectFrom('accounts.person as person')");
    const inSql = file('meetings/y', '// Not accounts.named:\nsql`select from accounts.person`;');
    const machinery = file('meetings/z', "selectFrom('platform.audit')");
    const higher = file('network/x', "selectFrom('meetings.open')");
    const peer = file('forum/x', "selectFrom('meetings.open')");
    const found = strangers([table, inSql, machinery, higher, peer], known);
    assert.deepEqual(found, [
      `${table.path}: accounts.person`,
      `${inSql.path}: accounts.person`,
      `${machinery.path}: platform.audit`,
      `${higher.path}: meetings.open`,
      `${peer.path}: meetings.open`,
    ]);
    const published = file('meetings/x', "selectFrom('accounts.named')");
    const told = file('meetings/x', '/** See accounts.person. */ // and platform.audit');
    assert.deepEqual(strangers([published, told], known), []);
  });
  it('by its schema', () => {
    assert.deepEqual(homeless([{ schema: 'crm', name: 'lead', isView: false }]), ['crm']);
  });
  it('by a foreign key or a view', async () => {
    await catalog.change('create table meetings.tied (person_id uuid references accounts.person)');
    await catalog.change('create view meetings.seen as select id from accounts.person');
    assert.deepEqual(await catalog.crossings(), [
      { from: 'meetings.tied', to: 'accounts.person' },
      { from: 'meetings.seen', to: 'accounts.person' },
    ]);
  });
});
