import assert from 'node:assert/strict';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { joined, later, newEmail, password, startAccounts, stranger } from '#tests/support/accounts.ts';
import type { TestApp } from '#tests/support/app.ts';
import type { Browser } from '#tests/support/browser.ts';
import { unlikelyNumber } from '#tests/support/builders.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startAccounts({ now: '2026-03-01T02:00:00Z' });
});
afterAll(() => app.close());

const wrong = /This address and this password do not belong together\./;
const signIn = (browser: Browser, reach: string, typed = password) =>
  browser.submit('/en/sign-in', { reach, password: typed });

describe('signing in', () => {
  it('takes the e-mail address and the password, and leads to the start', async () => {
    const { reach } = await joined(app);
    const browser = stranger(app);
    const answer = await signIn(browser, ` ${reach.toUpperCase()} `);
    assert.deepEqual([answer.status, answer.location], [303, '/en/start']);
    assert.equal((await browser.get('/en/start')).status, 200);
    assert.match((await browser.get('/en/start')).text, /Dara/);
  });

  it.each([
    ['a space at the end', 'ends with space ', 'ends with space'],
    ['the 73rd byte', `${'a'.repeat(72)}b`, `${'a'.repeat(72)}c`],
    ['capital letters', 'MiXed case pass', 'mixed case pass'],
    ['Khmer, joined as it was typed', 'សួស្តី​អ្នកទាំងអស់', 'សួស្តីអ្នកទាំងអស់'],
    ['all of 256 signs', 'ខ'.repeat(256), 'ខ'.repeat(255)],
  ])('takes the password exactly as typed: %s', async (_, chosen, almost) => {
    const { reach } = await joined(app, { password: chosen });
    assert.match((await signIn(stranger(app), reach, almost)).text, wrong);
    assert.equal((await signIn(stranger(app), reach, chosen)).status, 303);
  });

  it('asks for what is missing, and refuses what could not be a password', async () => {
    const nothing = await stranger(app).submit('/en/sign-in');
    assert.equal(nothing.status, 422);
    assert.match(nothing.text, /Write your e-mail address or phone number\./);
    assert.match(nothing.text, /Write your password\./);
    assert.equal((await signIn(stranger(app), newEmail(), 'x'.repeat(257))).status, 422);
    assert.equal((await signIn(stranger(app), newEmail(), 'x'.repeat(1_000_000))).status, 413);
  });
});

describe('a sign-in that does not work', () => {
  it('says the same, whether the password is wrong or nobody has an account there', async () => {
    const known = await joined(app);
    const phoneOnly = await joined(app, { reach: unlikelyNumber() });
    const browser = stranger(app);
    await browser.get('/en/sign-in');
    const answers = [];
    for (const reach of [known.reach, newEmail(), phoneOnly.reach, unlikelyNumber()]) {
      const { status, text, headers } = await signIn(browser, reach, 'not the password');
      assert.match(text, new RegExp(`value="${reach.replace('+', '\\+')}"`));
      assert.doesNotMatch(text, /not the password/);
      answers.push({
        status,
        text: text.replaceAll(reach, ''),
        headers: [...headers].filter(([name]) => !['x-request-id', 'content-length'].includes(name)),
      });
    }
    const [first] = answers;
    assert.equal(first?.status, 422);
    assert.match(first?.text ?? '', wrong);
    for (const answer of answers) assert.deepEqual(answer, first);
  });

  it('costs as much work for an address nobody has an account at', async () => {
    const { reach } = await joined(app);
    const work = async (tried: string) => {
      const before = process.cpuUsage();
      for (let times = 0; times < 4; times += 1) await signIn(stranger(app), tried, 'not the password');
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    await work(newEmail());
    const [known, unknown] = [await work(reach), await work(newEmail())];
    assert.ok(unknown > 0.6 * known && unknown < 1.7 * known, `${unknown} and ${known} µs`);
  });

  it('is written down like one that does, without saying whose it was or whether there is such an account', async () => {
    const { reach } = await joined(app);
    const rowsOf = async (tried: string, typed?: string) => {
      const before = await auditIds();
      await signIn(stranger(app), tried, typed);
      const rows = await app.db.selectFrom('platform.audit').selectAll().orderBy('id').execute();
      return rows.filter(({ id }) => !before.has(id));
    };
    const [known, unknown] = [
      await rowsOf(reach, 'not the password'),
      await rowsOf(newEmail(), 'guess guess'),
    ];
    const words = (rows: typeof known) => rows.map(({ operation, actor_kind }) => [operation, actor_kind]);
    assert.deepEqual(words(known), words(unknown));
    assert.deepEqual(
      words(known)
        .map(([operation]) => operation)
        .filter((operation) => operation === 'accounts.signInRefused'),
      ['accounts.signInRefused'],
    );
    const signInIds = new Set(
      (await app.db.selectFrom('accounts.sign_in').select('id').execute()).map(({ id }) => id),
    );
    for (const row of [...known, ...unknown]) {
      assert.ok(!signInIds.has(row.subject_id), `${row.operation} names the account`);
      assert.doesNotMatch(JSON.stringify(row), new RegExp(reach));
    }
    const good = await rowsOf(reach);
    assert.ok(!words(good).some(([operation]) => operation === 'accounts.signInRefused'));
    const signedIn = good.find(({ operation }) => operation === 'accounts.signIn');
    assert.ok(signInIds.has(signedIn?.subject_id ?? ''), 'a good sign-in is written down with its account');
    assert.ok(!words(known).some(([operation]) => operation === 'accounts.signIn'));
  });
});

const auditIds = async () =>
  new Set((await app.db.selectFrom('platform.audit').select('id').execute()).map(({ id }) => id));

describe('whoever guesses', () => {
  it('has ten tries at one account in a quarter of an hour, from wherever, on both processes together', async () => {
    const { reach } = await joined(app);
    const other = await joined(app);
    for (let tried = 0; tried < 10; tried += 1) {
      const browser = tried % 2 ? stranger(app) : stranger(app).onTwin();
      assert.equal((await signIn(browser, reach, `guess number ${tried}`)).status, 422);
    }
    later(app, { minutes: 1 });
    for (const browser of [stranger(app), stranger(app).onTwin()]) {
      const answer = await signIn(browser, reach);
      assert.equal(answer.status, 429);
      const seconds = Number(answer.headers.get('retry-after'));
      assert.ok(seconds > 800 && seconds <= 840, `Retry-After: ${seconds}`);
      assert.match(answer.text, new RegExp(`value="${reach}"`));
      assert.match(answer.text, /14 minutes/);
      assert.equal((await signIn(browser, other.reach)).status, 303);
    }
    later(app, { minutes: 14 });
    assert.equal((await signIn(stranger(app), reach)).status, 303);
  });

  it('learns nothing from the limit: it holds for addresses nobody has an account at', async () => {
    const reach = newEmail();
    for (let tried = 0; tried < 10; tried += 1) await signIn(stranger(app), reach, 'guess guess');
    assert.equal((await signIn(stranger(app), reach, 'guess guess')).status, 429);
    assert.equal((await signIn(stranger(app), reach.toUpperCase(), 'guess guess')).status, 429);
  });

  it('cannot look like somebody else by a forged header', async () => {
    const browser = app.browser({ address: '192.0.2.77' });
    const csrf = /name="csrf" value="([^"]+)"/.exec((await browser.get('/en/sign-in')).text)?.[1] ?? '';
    const ask = (count: number) =>
      browser.request('/en/sign-in/link', {
        method: 'POST',
        headers: {
          'x-forwarded-for': `203.0.113.${count}`,
          'x-real-ip': `203.0.113.${count}`,
          forwarded: `for=203.0.113.${count}`,
        },
        body: new URLSearchParams({ csrf, reach: newEmail() }),
      });
    for (let count = 0; count < 30; count += 1) assert.equal((await ask(count)).status, 303);
    assert.equal((await ask(31)).status, 429);
    assert.equal((await stranger(app).submit('/en/sign-in/link', { reach: newEmail() })).status, 303);
  });
});

describe('where signing in leads', () => {
  let reach: string;
  beforeAll(async () => {
    reach = (await joined(app)).reach;
  });

  it.each([
    ['/en/meetings', '/en/meetings'],
    ['/km/coordinate?after=1', '/km/coordinate?after=1'],
    ['/en/invitation?code=abc', '/en/invitation?code=abc'],
    ['//evil.example/', '/en/start'],
    ['/\\evil.example/', '/en/start'],
    ['\\\\evil.example', '/en/start'],
    ['https://evil.example/', '/en/start'],
    ['https:evil.example', '/en/start'],
    ['javascript:alert(1)', '/en/start'],
    ['/\t/evil.example', '/en/start'],
    ['/%0d%0aset-cookie:a=b', undefined],
    ['', '/en/start'],
  ])('%j leads to %j', async (next, expected) => {
    later(app, { minutes: 15 });
    const browser = stranger(app);
    const answer = await browser.submit(`/en/sign-in?next=${encodeURIComponent(next)}`, { reach, password });
    assert.equal(answer.status, 303);
    if (expected) assert.equal(answer.location, expected);
    assert.match(answer.location ?? '', /^\/[^/\\]/);
  });

  it('is where somebody was going who was asked to sign in', async () => {
    later(app, { minutes: 15 });
    const browser = stranger(app);
    const asked = await browser.get('/en/account');
    assert.equal(asked.status, 303);
    const answer = await browser.submit(asked.location ?? '', { reach, password });
    assert.equal(answer.location, '/en/account');
  });
});
