import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, describe, it } from 'vitest';
import { openCatalog } from './catalog.ts';
import { moduleOf, program, type Source, sourcesOf } from './tree.ts';

type Ban = {
  readonly never: readonly string[];
  readonly say: string;
  /** Modules in which the word would mean this thing; elsewhere it is another, honest word. */
  readonly in?: readonly string[];
};

// The "never" column of GLOSSARY.md. Attendance and RSVP forbid each other, which no list of words can tell.
const bans: readonly Ban[] = [
  { never: ['tenant'], say: 'network' },
  { never: ['group'], say: 'network', in: ['network', 'organisations', 'accounts'] },
  { never: ['company', 'org'], say: 'organisation' },
  { never: ['user', 'profile'], say: 'person, account or contact' },
  { never: ['subscription'], say: 'membership' },
  { never: ['admin'], say: 'coordinator' },
  { never: ['owner'], say: 'coordinator or representative', in: ['accounts', 'organisations', 'network'] },
  { never: ['event', 'session', 'instance'], say: 'occurrence', in: ['meetings'] },
  { never: ['notes', 'todo', 'task'], say: 'minutes, action item' },
  { never: ['thread', 'post', 'message'], say: 'topic, reply', in: ['forum'] },
  { never: ['document'], say: 'resource' },
  { never: ['file'], say: 'resource', in: ['library'] },
  { never: ['request', 'lead'], say: 'need', in: ['exchange'] },
  { never: ['listing'], say: 'need, offer' },
  { never: ['initiative'], say: 'project' },
  { never: ['class', 'module'], say: 'course, lesson', in: ['training'] },
  { never: ['notification', 'push'], say: 'message, delivery' },
  { never: ['campaign', 'bot'], say: 'broadcast, flow' },
  { never: ['unsubscribe'], say: 'opt-out' },
  { never: ['queue', 'bus'], say: 'inbox, outbox, domain event' },
  { never: ['region', 'area'], say: 'place' },
];

// Words of a standard or a library, which has them so.
const notOurs: Readonly<Record<string, string>> = {
  databaseUser: 'a role of PostgreSQL',
  queueLines: 'puts a message in the state `queued` of our message states',
  queueText: 'the same',
  schemaOrg: 'the name of schema.org',
  taskListOf: 'graphile-worker calls them so',
  TextArea: 'an element of HTML',
};

const homelessNames = ['utils', 'util', 'helpers', 'helper', 'service', 'manager', 'common', 'types', 'misc'];

/** A name, and where the word in it would mean the thing: the module. */
type Name = { readonly name: string; readonly module?: string | undefined };

const banned = (names: readonly Name[]) =>
  names
    .filter(({ name }) => !Object.hasOwn(notOurs, name))
    .flatMap(({ name, module = '' }) => {
      const words = wordsIn(name);
      return bans
        .filter((ban) => ban.in === undefined || ban.in.includes(module))
        .filter(({ never }) => never.some((word) => words.includes(word) || words.includes(pluralOf(word))))
        .map(({ say }) => `${name}: say ${say}`);
    });

const pluralOf = (word: string) => (word.endsWith('y') ? word.replace(/y$/, 'ies') : `${word}s`);

/** `openRsvpList`, `open_rsvp_list`, `open-rsvp.list` and `/open/rsvp/list` are the same three words. */
const wordsIn = (name: string): readonly string[] =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/);

const exportedNames = ({ path, text }: Source): readonly Name[] =>
  [...text.matchAll(/^export (?:async )?(?:const|function|type|interface|class) (\w+)/gm)].map(
    ([, name = '']) => ({ name, module: moduleOf(path) }),
  );

/** Every path in a routes file: what it answers, and where it sends people on to. */
const urlPaths = ({ path, text }: Source): readonly Name[] =>
  [...text.matchAll(/['`](\/[^'`\s]*)['`]/g)].map(([, address = '']) => ({
    name: address.replace(/\$\{[^}]*\}/g, ''),
    module: moduleOf(path),
  }));

const badFileNames = (paths: readonly string[]) =>
  paths.filter((path) => wordsIn(path).some((word) => homelessNames.includes(word)));

const catalog = await openCatalog();
afterAll(() => catalog.close());
const ours = program();
const routes = ours.filter(({ path }) => /\.routes\.tsx?$/.test(path));

describe('one word per thing', () => {
  it('in tables and columns', async () => {
    const columns = await catalog.columns();
    const names = columns.flatMap(({ schema, table, name }) => [
      { name: `${schema}.${table}`, module: schema },
      { name: `${schema}.${table}.${name}`, module: schema },
    ]);
    assert.ok(names.length > 200);
    assert.deepEqual([...new Set(banned(names))], []);
  });
  it('in addresses', () => {
    const paths = routes.flatMap(urlPaths);
    assert.ok(paths.length > 100);
    assert.deepEqual(banned(paths), []);
  });
  it('in exported names', () => {
    const names = ours.filter(({ path }) => path !== 'src/platform/db/schema.ts').flatMap(exportedNames);
    assert.ok(names.length > 700);
    assert.deepEqual(banned(names), []);
    for (const name of Object.keys(notOurs))
      assert.ok(
        names.some((known) => known.name === name),
        name,
      );
  });
  it('in text keys', () => {
    const files = readdirSync('locales/km').filter((file) => file.endsWith('.json'));
    const keys = files.flatMap((file) =>
      Object.keys(JSON.parse(readFileSync(`locales/km/${file}`, 'utf8'))).map((name) => ({
        name,
        module: file.replace('.json', ''),
      })),
    );
    assert.ok(keys.length > 600);
    assert.deepEqual(banned(keys), []);
  });
  it('and every file is called after what it holds', () => {
    const files = [
      ...sourcesOf('src', /\.tsx?$/),
      ...sourcesOf('tests', /(?<!fixtures.*)\.ts$/),
      ...sourcesOf('bin', /./),
    ];
    assert.deepEqual(badFileNames(files.map(({ path }) => path)), []);
  });
});

describe('another word would be noticed', () => {
  it('however it is written', () => {
    for (const name of ['listUsers', 'User', 'accounts.user', 'user_id', '/users/new', 'account.user-name'])
      assert.deepEqual(banned([{ name }]), [`${name}: say person, account or contact`]);
    assert.deepEqual(banned([{ name: 'companies' }]), ['companies: say organisation']);
    assert.deepEqual(banned([{ name: 'userless' }, { name: 'schemaOrg' }]), []);
  });
  it('where it would mean the thing', () => {
    const name = 'nextEvent';
    assert.deepEqual(banned([{ name, module: 'meetings' }]), ['nextEvent: say occurrence']);
    assert.deepEqual(banned([{ name, module: 'messaging' }]), []);
  });
  it('in an address or an export', () => {
    const path = 'src/modules/forum/topics/topic.routes.tsx';
    const text = ['export const threadRoutes = webRoutes()', "  .get('/posts/:id', show)"].join('\n');
    assert.equal(banned(exportedNames({ path, text })).length, 1);
    assert.equal(banned(urlPaths({ path, text })).length, 1);
  });
  it('in a file that holds anything', () => {
    const path = 'src/kernel/date-utils.ts';
    assert.deepEqual(badFileNames([path, 'src/kernel/ids.ts']), [path]);
  });
});
