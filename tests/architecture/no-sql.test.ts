import assert from 'node:assert/strict';
import { describe, it } from 'vitest';
import { program, type Source } from './tree.ts';

// `c.req.query('q')` is Hono's word for what stands behind the question mark of an address.
const speaksSql = /\bsql[`<.]|(?<!req)\.query\(|\.(selectFrom|executeQuery)\(/;

/** Files other than queries and machinery that speak SQL, with the words they say. */
const sqlElsewhere = (sources: readonly Source[]) =>
  sources
    .filter(({ path }) => !path.endsWith('.queries.ts') && !path.startsWith('src/platform/'))
    .flatMap(({ path, text }) => (speaksSql.test(text) ? [`${path}: ${speaksSql.exec(text)?.[0]}`] : []));

describe('SQL', () => {
  const ours = program();
  it('is spoken in queries and machinery only', () => {
    assert.deepEqual(sqlElsewhere(ours), []);
    assert.ok(ours.filter(({ text }) => speaksSql.test(text)).length > 30);
  });
  it('would be noticed elsewhere', () => {
    const path = 'src/modules/home/start/start.routes.tsx';
    for (const text of [
      'sql`select 1`',
      'sql<number>`select 1`',
      "pool.query('select 1')",
      "db.selectFrom('x')",
    ])
      assert.equal(sqlElsewhere([{ path, text }]).length, 1, text);
    assert.deepEqual(sqlElsewhere([{ path, text: "c.req.query('after')" }]), []);
  });
});
