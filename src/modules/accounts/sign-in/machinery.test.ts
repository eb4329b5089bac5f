import assert from 'node:assert/strict';
import { getMigrations } from 'better-auth/db/migration';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { system } from '#src/kernel/actor.ts';
import { operation } from '#src/platform/db/operation.ts';
import { invite, joined, lastLink, password, startAccounts, stranger } from '#tests/support/accounts.ts';
import { startTestApp, type TestApp } from '#tests/support/app.ts';
import { optionsOf } from './machinery.queries.ts';

/** What better-auth would do to the database so that it fits. */
const migrationsOf = (app: TestApp) =>
  operation({
    name: 'test.compareTables',
    load: async (load, _input: undefined) => ({ id: load.newId() }),
    allow: () => true,
    async run(work) {
      const plan = await getMigrations(optionsOf(work, async () => {}));
      const { toBeCreated, toBeAdded, toBeAddedIndexes, schemaProblems, unsafeChanges } = plan;
      const differences = [toBeCreated, toBeAdded, toBeAddedIndexes, schemaProblems, unsafeChanges];
      return { differences: differences.flat(), sql: (await plan.compileMigrations()).trim() };
    },
  })(app.runtime, system('test'), undefined);

describe('the tables of sign-in', () => {
  it('are what better-auth expects under our words', async () => {
    const app = await startTestApp({ now: '2026-03-01T02:00:00Z' });
    assert.deepEqual(await migrationsOf(app), { differences: [], sql: ';' });
    await app.close();
  });

  it.each([
    ['alter table accounts.sign_in drop column image', /add column "image"/],
    ['alter table accounts.session add column extra text not null', /extra/],
    ['drop table accounts.verification', /create table "accounts"\."verification"/],
  ])('would be caught after: %s', async (change, expected) => {
    const app = await startTestApp({ now: '2026-03-01T02:00:00Z' });
    await app.pool.query(change);
    const { differences, sql } = await migrationsOf(app);
    assert.ok(differences.length > 0);
    assert.match(`${sql} ${JSON.stringify(differences)}`, expected);
    await app.close();
  });
});

describe('the secrets of an account', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startAccounts({ now: '2026-03-01T02:00:00Z' });
  });
  afterAll(() => app.close());

  it('stand in no table of accounts: no session, no link, no password', async () => {
    const person = await joined(app);
    const [token = ''] = decodeURIComponent(person.cookies.get('session') ?? '').split('.');
    await stranger(app).submit('/en/sign-in/link', { reach: person.reach });
    const signInLink = codeOf(await lastLink(app, person.reach));
    const invitation = codeOf((await invite(app)).link);
    assert.ok([token, signInLink, invitation].every((secret) => secret.length >= 32));

    const kept = await everythingKept();
    assert.ok(kept.includes(person.reach), 'the test looks where accounts are');
    for (const secret of [token, signInLink, invitation, password]) assert.ok(!kept.includes(secret), secret);
  });

  it('are long enough, and never the same', async () => {
    const tokens = new Set<string>();
    const { reach } = await joined(app);
    for (let times = 0; times < 9; times += 1) {
      const browser = stranger(app);
      await browser.submit('/en/sign-in', { reach, password });
      tokens.add(browser.cookies.get('session') ?? '');
    }
    assert.equal(tokens.size, 9);
    for (const token of tokens) assert.match(decodeURIComponent(token), /^[A-Za-z0-9]{32}\.[\w+/]{43}=$/);
  });

  async function everythingKept(): Promise<string> {
    const { rows } = await app.pool.query<{ name: string }>(
      `select table_name as name from information_schema.tables
       where table_schema = 'accounts' and table_type = 'BASE TABLE'`,
    );
    const tables = rows.map(({ name }) => app.pool.query(`select * from accounts.${name}`));
    return JSON.stringify((await Promise.all(tables)).map((table) => table.rows));
  }
});

const codeOf = (link: string): string => link.split('code=')[1] ?? '';
