import assert from 'node:assert/strict';
import { describe, it } from 'vitest';
import { importsOf, program, type Source } from './tree.ts';

const handles = 'src/platform/db/handles.ts';
const operation = 'src/platform/db/operation.ts';
const write = /\.(insertInto|updateTable|deleteFrom|mergeInto|replaceInto|transaction)\(/;

// What they are given by their callers is an operation, and every caller is looked at too.
const givenTheirOperation = ['src/modules/network/lists/list.routes.tsx'];

const isQueries = ({ path }: Source) => path.endsWith('.queries.ts');
const isMachinery = ({ path }: Source) => path.startsWith('src/platform/');

const writesElsewhere = (sources: readonly Source[]) =>
  sources
    .filter((source) => !isQueries(source) && !isMachinery(source) && write.test(source.text))
    .map(pathOf);

/** Who takes what opens a transaction, or the whole database, from the file that has them. */
const opensElsewhere = (sources: readonly Source[]) =>
  sources
    .filter(
      (source) =>
        (takes(source, 'inTransaction') && source.path !== operation) ||
        (takes(source, 'machinery') && !isMachinery(source)),
    )
    .map(pathOf);

const takes = (source: Source, name: string) =>
  importsOf(source).some(
    ({ from, names }) => from === handles && (names.includes(name) || names.includes('*')),
  );

/** Declarations that write without being given the work of an operation. */
const writesWithoutWork = (sources: readonly Source[]) =>
  sources.filter(isQueries).flatMap(({ path, text }) =>
    declarationsIn(text)
      .filter((declaration) => /\bwriting\(/.test(declaration) && !/\bwork: Work\b/.test(declaration))
      .map((declaration) => `${path}: ${declaration.split('\n')[0]}`),
  );

/** A handle that somebody says is another one. */
const renamedHandles = (sources: readonly Source[]) =>
  sources.filter(({ text }) => /\bas (unknown as )?(Work|Load|Runtime)\b/.test(text)).map(pathOf);

/** Writing queries in the hands of anything but an operation or another query. */
function writesFromDoors(sources: readonly Source[]): string[] {
  const written = new Set(sources.filter(isQueries).flatMap(writingNames));
  const home = homesOf(sources);
  return sources
    .filter(({ path }) => !/\.(operations|queries)\.ts$|\/index\.ts$/.test(path))
    .flatMap((source) =>
      importsOf(source).flatMap(({ from, names }) =>
        names.filter((name) => written.has(home(from, name))).map((name) => `${source.path}: ${name}`),
      ),
    );
}

/** Routes that take a form and know of no operation. */
function postsWithoutOperation(sources: readonly Source[]): string[] {
  const home = homesOf(sources);
  const isOperation = (from: string, name: string) => /\.operations\.ts#/.test(home(from, name));
  return sources
    .filter(({ path, text }) => /\.routes\.tsx?$/.test(path) && /\.post\(|listRoutes\(/.test(text))
    .filter(({ path }) => !givenTheirOperation.includes(path))
    .filter((source) =>
      importsOf(source).every(({ from, names }) => !names.some((name) => isOperation(from, name))),
    )
    .map(pathOf);
}

const pathOf = ({ path }: Source) => path;

const declarationsIn = (text: string) => text.split(/^(?=export |const |async function |function |type )/m);

const writingNames = ({ path, text }: Source) =>
  declarationsIn(text).flatMap((declaration) => {
    const name = /^export (?:async )?(?:const|function) (\w+)/.exec(declaration)?.[1];
    return name && /\bwork: Work\b/.test(declaration) ? [`${path}#${name}`] : [];
  });

/** Where a name comes from, through the front door of its module if it was handed on there: `<path>#<name>`. */
function homesOf(sources: readonly Source[]) {
  const homes = new Map(
    sources
      .filter(({ path }) => path.endsWith('/index.ts'))
      .flatMap((index) =>
        importsOf(index).flatMap(({ from, names }) =>
          names.map((name) => [`${index.path}#${name}`, `${from}#${name}`] as const),
        ),
      ),
  );
  return (from: string, name: string) => homes.get(`${from}#${name}`) ?? `${from}#${name}`;
}

const ours = program();

describe('there is one way to write', () => {
  it('from queries', () => {
    assert.deepEqual(writesElsewhere(ours), []);
    assert.ok(ours.filter((source) => isQueries(source) && write.test(source.text)).length > 20);
  });
  it('in the transaction of an operation', () => {
    assert.deepEqual(opensElsewhere(ours), []);
    assert.deepEqual(renamedHandles(ours), []);
  });
  it('with the work of an operation', () => {
    assert.deepEqual(writesWithoutWork(ours), []);
  });
  it('called by operations, never by a door', () => {
    assert.deepEqual(writesFromDoors(ours), []);
    assert.ok(ours.filter(isQueries).flatMap(writingNames).length > 50);
  });
  it('and every form leads to it', () => {
    assert.deepEqual(postsWithoutOperation(ours), []);
  });
});

describe('another way to write would be noticed', () => {
  const file = (path: string, ...lines: string[]) => ({ path, text: lines.join('\n') });
  const queries = file(
    'src/modules/forum/topics/topic.queries.ts',
    'export async function saveTopic(work: Work) {',
    "  await writing(work).insertInto('forum.topic').execute();",
    '}',
  );
  const index = file('src/modules/forum/index.ts', "export { saveTopic } from './topics/topic.queries.ts';");

  it('outside queries', () => {
    const door = file('src/modules/forum/topics/topic.jobs.ts', "db.deleteFrom('forum.topic').execute();");
    const shortcut = file('src/seeds.ts', 'await db.transaction().execute(plant);');
    assert.deepEqual(writesElsewhere([queries, door, shortcut]), [door.path, shortcut.path]);
  });
  it('in a transaction of its own', () => {
    const own = file('src/platform/jobs/own.ts', "import { inTransaction } from '../db/handles.ts';");
    const whole = file(
      'src/modules/forum/topics/whole.queries.ts',
      "import { type Runtime, machinery } from '#src/platform/db/handles.ts';",
    );
    const all = file('src/seeds.ts', "import * as db from './platform/db/handles.ts';");
    assert.deepEqual(opensElsewhere([own, whole, all]), [own.path, whole.path, all.path]);
  });
  it('with a handle that is called another', () => {
    const renamed = file('src/modules/forum/topics/topic.queries.ts', 'writing(runtime as unknown as Work);');
    assert.deepEqual(renamedHandles([renamed]), [renamed.path]);
    assert.equal(writesWithoutWork([renamed]).length, 1);
  });
  it('straight from a door', () => {
    const flow = file(
      'src/modules/forum/topics/topic.flow.ts',
      "import { findTopic, saveTopic } from './topic.queries.ts';",
    );
    const routes = file(
      'src/modules/home/start/start.routes.tsx',
      "import { saveTopic } from '#src/modules/forum/index.ts';",
      "webRoutes().post('/topics', save);",
    );
    const sources = [queries, index, flow, routes];
    assert.deepEqual(writesFromDoors(sources), [`${flow.path}: saveTopic`, `${routes.path}: saveTopic`]);
    assert.deepEqual(postsWithoutOperation(sources), [routes.path]);
  });
});
