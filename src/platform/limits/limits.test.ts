import assert from 'node:assert/strict';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { system } from '#src/kernel/actor.ts';
import { startTestApp, type TestApp } from '#tests/support/app.ts';
import { countTry, forgetTriesJob, TooMany } from './limits.ts';

const start = new Date('2026-03-01T02:00:00Z');
let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ now: start.toISOString() });
});
afterAll(() => app.close());

const limit = { name: 'test', max: 3, seconds: 60 };
const itIs = (seconds: number) => {
  app.clock.now = new Date(start.getTime() + seconds * 1000);
};

/** How many of so many tries pass. */
async function passing(whom: string, tries: number, name = 'test'): Promise<number> {
  let passed = 0;
  for (let tried = 0; tried < tries; tried += 1)
    await countTry(app.runtime, { ...limit, name }, whom).then(
      () => {
        passed += 1;
      },
      (problem) => assert.ok(problem instanceof TooMany),
    );
  return passed;
}

const retryAfter = async (whom: string): Promise<number> => {
  const problem = await countTry(app.runtime, limit, whom).catch((thrown) => thrown);
  assert.ok(problem instanceof TooMany);
  return problem.retryAfter;
};

describe('a limit', () => {
  it('lets so many pass, and says in whole seconds when to come back', async () => {
    itIs(0);
    assert.equal(await passing('one', 3), 3);
    assert.equal(await retryAfter('one'), 60);
    itIs(59.5);
    assert.equal(await retryAfter('one'), 1);
  });

  it('begins anew when its window ends, which tries that were refused do not put off', async () => {
    itIs(0);
    assert.equal(await passing('two', 20), 3);
    itIs(59);
    assert.equal(await passing('two', 20), 0);
    itIs(60);
    assert.equal(await passing('two', 20), 3);
    assert.equal(await retryAfter('two'), 60);
  });

  it('counts everybody, and every kind of try, apart', async () => {
    itIs(0);
    assert.equal(await passing('three', 4), 3);
    assert.equal(await passing('four', 4), 3);
    assert.equal(await passing('three', 4, 'another test'), 3);
  });

  it('is one for all processes, even at one moment', async () => {
    itIs(0);
    const another = app.startAnother();
    const tries = Array.from({ length: 30 }, (_, place) =>
      countTry(place % 2 ? app.runtime : another.runtime, limit, 'crowd').then(
        () => true,
        () => false,
      ),
    );
    assert.equal((await Promise.all(tries)).filter(Boolean).length, 3);
    await another.close();
  });

  it('counts a try although what was tried failed, and was undone', async () => {
    itIs(0);
    const tried = async () => {
      await countTry(app.runtime, limit, 'undone');
      throw new Error('what was tried failed');
    };
    for (let times = 0; times < 3; times += 1) await assert.rejects(tried, /failed/);
    await assert.rejects(tried, TooMany);
  });

  it('keeps no address, and no name', async () => {
    await passing('somebody@example.org', 1);
    const rows = await app.db.selectFrom('platform.rate_limit').select('key').execute();
    assert.ok(rows.length > 0);
    for (const { key } of rows) assert.match(key, /^[\w-]{43}$/);
  });

  it('is forgotten once its window has ended, and not before', async () => {
    itIs(0);
    await passing('old', 3);
    itIs(30);
    await passing('new', 3);
    itIs(61);
    const before = await countRows();
    await forgetTriesJob.run(app.runtime, system('test'), {});
    assert.ok((await countRows()) < before);
    assert.equal(await passing('new', 1), 0);
    assert.equal(await passing('old', 1), 1);
  });
});

const countRows = async (): Promise<number> =>
  (await app.db.selectFrom('platform.rate_limit').select('key').execute()).length;
