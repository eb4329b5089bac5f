import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { system } from '#src/kernel/actor.ts';
import {
  coordinatorLink,
  joined,
  later,
  newEmail,
  password,
  startAccounts,
  stranger,
} from '#tests/support/accounts.ts';
import type { TestApp } from '#tests/support/app.ts';
import type { Answer, Browser } from '#tests/support/browser.ts';
import { forgetSessionsJob } from './sign-in.jobs.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startAccounts({ now: '2026-03-01T02:00:00Z' });
});
afterAll(() => app.close());

const cookieOf = (browser: Browser): string => browser.cookies.get('session') ?? '';
const opens = async (session: string) => (await app.browser({ session }).get('/en/start')).status === 200;
const setCookie = (answer: Answer, name: string): string | undefined =>
  answer.headers.getSetCookie().find((header) => header.startsWith(`${name}=`));

describe('a session', () => {
  it('that ended is forgotten within the hour, and no other', async () => {
    const { reach } = await joined(app);
    const count = async () => (await app.db.selectFrom('accounts.session').select('id').execute()).length;
    later(app, { days: 31 });
    const fresh = stranger(app);
    assert.equal((await fresh.submit('/en/sign-in', { reach, password })).status, 303);
    assert.ok((await count()) > 1);
    await forgetSessionsJob.run(app.runtime, system('test'), {});
    assert.equal(await count(), 1);
    assert.equal((await fresh.get('/en/start')).status, 200);
  });

  it('is kept in a cookie that scripts, other sites and other hosts cannot get at', async () => {
    const { reach } = await joined(app);
    const answer = await stranger(app).submit('/en/sign-in', { reach, password });
    assert.match(
      setCookie(answer, 'session') ?? '',
      /^session=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/,
    );
  });

  it('is another one at each sign-in, and the one before is over', async () => {
    const { reach, ...browser } = await joined(app);
    const first = cookieOf(browser);
    assert.equal((await browser.submit('/en/sign-in', { reach, password })).status, 303);
    const second = cookieOf(browser);
    assert.notEqual(second, first);
    assert.deepEqual([await opens(first), await opens(second)], [false, true]);
  });

  it('stays what it was when signing in anew does not work', async () => {
    const { reach, ...browser } = await joined(app);
    assert.equal((await browser.submit('/en/sign-in', { reach, password: 'wrong wrong' })).status, 422);
    assert.equal((await browser.get('/en/start')).status, 200);
  });

  it('that somebody planted before is not the one that is signed in', async () => {
    const { reach } = await joined(app);
    const planted = `${'a'.repeat(32)}.${'b'.repeat(43)}=`;
    const victim = app.browser({ session: encodeURIComponent(planted) });
    await victim.submit('/en/sign-in', { reach, password });
    assert.notEqual(cookieOf(victim), encodeURIComponent(planted));
    assert.equal((await victim.get('/en/start')).status, 200);
    assert.equal(await opens(encodeURIComponent(planted)), false);
  });

  it('ends after thirty days without use, and goes on while it is used', async () => {
    const [idle, busy] = [await joined(app), await joined(app)];
    later(app, { days: 29 });
    const renewed = setCookie(await busy.get('/en/start'), 'session') ?? '';
    assert.match(renewed, new RegExp(`^session=${cookieOf(busy).replaceAll('+', '\\+')};.*Max-Age=2592000`));
    assert.equal(setCookie(await busy.get('/en/start'), 'session'), undefined);
    later(app, { days: 1, minutes: 1 });
    assert.deepEqual([await opens(cookieOf(idle)), await opens(cookieOf(busy))], [false, true]);
    later(app, { days: 29 });
    assert.deepEqual([await opens(cookieOf(busy))], [true]);
  });

  it('cannot be made from what the database holds, nor changed', async () => {
    const browser = await joined(app);
    const cookie = decodeURIComponent(cookieOf(browser));
    const at = cookie.lastIndexOf('.');
    const [token, signature] = [cookie.slice(0, at), cookie.slice(at + 1)];
    const rows = await app.db.selectFrom('accounts.session').select('token').execute();
    const sign = (text: string) =>
      createHmac('sha256', app.runtime.keys.sign('sessions', 'key')).update(text).digest('base64');
    const forged = [
      ...rows.map((row) => `${row.token}.${sign(row.token)}`),
      `${token}.${sign(`${token}x`)}`,
      `${token.slice(0, -1)}${token.endsWith('x') ? 'y' : 'x'}.${signature}`,
      token,
      `${token}.`,
      `.${signature}`,
    ];
    for (const value of forged) assert.equal(await opens(encodeURIComponent(value)), false, value);
    assert.equal(await opens(encodeURIComponent(`${token}.${sign(token)}`)), true);
  });
});

describe('signing out', () => {
  it('ends the session itself: a copy of the cookie opens nothing', async () => {
    const browser = await joined(app);
    const copy = cookieOf(browser);
    const answer = await browser.submit('/en/sign-out');
    assert.deepEqual([answer.status, answer.location], [303, '/en/']);
    assert.match(setCookie(answer, 'session') ?? '', /^session=;.*Max-Age=0/);
    assert.equal(await opens(copy), false);
    const replayed = await app.browser({ session: copy }).submit('/en/account', { language: 'km' });
    assert.equal(replayed.status, 403);
    assert.match((await browser.get('/en/')).text, /You are signed out\./);
  });

  it('leaves the other sessions of the same person alone', async () => {
    const { reach, ...here } = await joined(app);
    const there = stranger(app);
    await there.submit('/en/sign-in', { reach, password });
    await here.submit('/en/sign-out');
    assert.equal((await there.get('/en/start')).status, 200);
  });

  it('can be pressed twice, or by somebody who is signed out', async () => {
    const browser = await joined(app);
    const same = app.browser({ session: cookieOf(browser) });
    for (const one of [browser, same]) await one.submit('/en/nowhere'); // fetches the token
    const answers = await Promise.all([browser.submit('/en/sign-out'), same.submit('/en/sign-out')]);
    assert.deepEqual(
      answers.map(({ status }) => status),
      [303, 303],
    );
    assert.equal((await stranger(app).submit('/en/sign-out')).status, 303);
  });

  it('is nothing another site can do to somebody', async () => {
    const browser = await joined(app);
    assert.equal((await browser.submit('/en/sign-out', { csrf: 'guessed' })).status, 403);
    assert.equal((await browser.get('/en/start')).status, 200);
    assert.equal((await stranger(app).submit('/en/sign-in/link', { reach: newEmail() })).status, 303);
  });
});

// Last, because it moves the clock of the process on.
describe('a session where the network has https', () => {
  it('goes over https only, for this host only', async () => {
    const secure = await startAccounts({ now: '2026-03-01T02:00:00Z', baseUrl: 'https://network.example' });
    const browser = stranger(secure);
    const typed = { name: 'Chan', email: newEmail(), password };
    const answer = await browser.submit(await coordinatorLink(secure), typed);
    const flags = 'Path=/; HttpOnly; Secure; SameSite=Lax';
    assert.match(
      setCookie(answer, '__Host-session') ?? '',
      new RegExp(`^__Host-session=[^;]+; Max-Age=2592000; ${flags}$`),
    );
    assert.equal((await browser.get('/en/start')).status, 200);
    later(secure, { days: 2 });
    const renewed = setCookie(await browser.get('/en/start'), '__Host-session') ?? '';
    for (const flag of ['Max-Age=2592000', ...flags.split('; ')]) assert.ok(renewed.includes(flag), flag);
    const out = await browser.submit('/en/sign-out');
    const ended = setCookie(out, '__Host-session') ?? '';
    for (const flag of ['__Host-session=;', 'Max-Age=0', ...flags.split('; ')])
      assert.ok(ended.includes(flag), flag);
    await secure.close();
  });
});
