import assert from 'node:assert/strict';
import { afterAll, beforeAll, describe, it } from 'vitest';
import {
  coordinatorLink,
  countAll,
  invite,
  joined,
  lastLink,
  later,
  linkToPassOn,
  messagesTo,
  newEmail,
  password,
  startAccounts,
  stranger,
} from '#tests/support/accounts.ts';
import type { TestApp } from '#tests/support/app.ts';
import type { Browser } from '#tests/support/browser.ts';
import { unlikelyNumber } from '#tests/support/builders.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startAccounts({ now: '2026-03-01T02:00:00Z' });
});
afterAll(() => app.close());

const used = /This link has been used already, or is too old\./;
const ask = (browser: Browser, reach: string) => browser.submit('/en/sign-in/link', { reach });

/** Somebody with an account, and the link that was sent to them. */
async function asked(given: Parameters<typeof joined>[1] = {}) {
  const person = await joined(app, given);
  await ask(stranger(app), person.reach);
  return { ...person, link: await lastLink(app, person.reach) };
}

const linksTo = async (reach: string) =>
  (await messagesTo(app, reach)).filter(({ about }) => about === 'accounts.signInLink');

describe('asking for a link', () => {
  it('is answered the same, whether anybody has an account there or not', async () => {
    const known = await joined(app);
    const phoneOnly = await joined(app, { reach: unlikelyNumber() });
    const before = await countAll(app);
    const answers = [];
    for (const reach of [known.reach, newEmail(), phoneOnly.reach, unlikelyNumber()]) {
      const browser = stranger(app);
      const { status, location, text, headers } = await ask(browser, reach);
      const cookies = headers.getSetCookie().filter((cookie) => !cookie.startsWith('visitor='));
      const { text: page } = await browser.get(location ?? '');
      answers.push({ status, location, text, cookies, said: /role="status".*?<\/div>/s.exec(page)?.[0] });
    }
    const [first] = answers;
    assert.deepEqual([first?.status, first?.location], [303, '/en/sign-in']);
    assert.match(first?.said ?? '', /If there is an account with this address, a link is on its way\./);
    for (const answer of answers) assert.deepEqual(answer, first);
    // Whatever is different happens later, in a job.
    const after = await countAll(app);
    assert.equal(after['messaging.outbox'], before['messaging.outbox']);
    assert.equal(after['accounts.verification'], before['accounts.verification']);
  });

  it('sends one to the e-mail address that is known to be theirs, in their language', async () => {
    const english = await joined(app, { language: 'en' });
    await ask(stranger(app), english.reach.toUpperCase());
    const [message] = await linksTo(english.reach);
    assert.deepEqual([message?.channel, message?.subject], ['email', 'Your link to sign in']);
    assert.match(
      message?.body ?? '',
      /^Sign in with this link: http:\/\/network\.test\/en\/sign-in\/link\?code=/,
    );
    const khmer = await joined(app, { language: 'km' });
    await ask(stranger(app), khmer.reach);
    assert.match(
      (await linksTo(khmer.reach))[0]?.body ?? '',
      /http:\/\/network\.test\/km\/sign-in\/link\?code=/,
    );
  });

  it('sends none to an address that was only typed, or that nobody has an account at', async () => {
    const typed = newEmail('typed');
    await stranger(app).submit(await coordinatorLink(app), { name: 'Chan', email: typed, password });
    const passedOn = newEmail('passed-on');
    await stranger(app).submit(await linkToPassOn(app), { name: 'Chan', email: passedOn, password });
    const invited = await invite(app);
    const strangers = [typed, passedOn, invited.reach, newEmail(), unlikelyNumber()];
    for (const reach of strangers) {
      assert.equal((await ask(stranger(app), reach)).status, 303);
      assert.deepEqual(await linksTo(reach), [], reach);
    }
  });

  it('sends none to a number that others wrote down for somebody', async () => {
    const { id, slug } = await app.build.organisation();
    const representative = await app.build.person({ organisationId: id, role: 'representative' });
    const [email, number] = [newEmail('vann'), unlikelyNumber()];
    const people = `/en/organisations/${slug}/people`;
    const vann = { 'name.en': 'Vann', language: 'en' };
    await representative.submit(`${people}/new`, { ...vann, reach: email });
    const list = (await representative.get(people)).text;
    const path = [...list.matchAll(new RegExp(`${people}/[0-9a-f-]{36}`, 'g'))].at(-1)?.[0] ?? '';
    await representative.submit(path, { ...vann, reach: number });
    const vannsBrowser = await joined(app, { reach: email, role: 'coordinator' });
    assert.equal((await vannsBrowser.get('/en/coordinate')).status, 200);

    await ask(stranger(app), number);
    assert.deepEqual(await linksTo(number), []);
    await ask(stranger(app), email);
    assert.equal((await linksTo(email)).length, 1);
  });

  it('is counted: three for one address, whoever asks and whether it is known or not', async () => {
    const { reach } = await joined(app);
    for (const tried of [reach, newEmail()]) {
      for (let times = 0; times < 3; times += 1)
        assert.equal((await ask(times % 2 ? stranger(app) : stranger(app).onTwin(), tried)).status, 303);
      const answer = await ask(stranger(app), tried);
      assert.equal(answer.status, 429);
      assert.ok(Number(answer.headers.get('retry-after')) > 0);
      assert.match(answer.text, new RegExp(`value="${tried}"`));
    }
    assert.equal((await linksTo(reach)).length, 3);
  });

  it('asks for an address that can be one', async () => {
    for (const reach of ['', 'somebody@', '12']) {
      const answer = await ask(stranger(app), reach);
      assert.equal(answer.status, 422);
      assert.match(answer.text, /id="reach-error"/);
    }
  });
});

describe('the link', () => {
  it('shows a button, and only the button signs in', async () => {
    const { link } = await asked();
    const before = await countAll(app);
    for (let times = 0; times < 3; times += 1) {
      const browser = stranger(app);
      const page = await browser.get(link);
      assert.match(page.text, /Press the button to sign in\./);
      assert.equal((await browser.get('/en/start')).status, 303);
    }
    assert.deepEqual(await countAll(app), before);
    const browser = stranger(app);
    const answer = await browser.submit(link);
    assert.deepEqual([answer.status, answer.location], [303, '/en/start']);
    assert.match((await browser.get('/en/start')).text, /Dara/);
  });

  it('works once; whoever comes later is told so', async () => {
    const { link } = await asked();
    assert.equal((await stranger(app).submit(link)).status, 303);
    const browser = stranger(app);
    const answer = await browser.submit(link);
    assert.equal(answer.status, 422);
    assert.match(answer.text, used);
    assert.equal((await browser.get('/en/start')).status, 303);
  });

  it('signs in one of many who press the button at one moment, on both processes', async () => {
    for (let round = 0; round < 3; round += 1) {
      const { link } = await asked();
      const browsers = [stranger(app), stranger(app).onTwin(), stranger(app), stranger(app).onTwin()];
      const answers = await Promise.all(browsers.map((browser) => browser.submit(link)));
      assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 422, 422, 422]);
    }
  });

  it('is dead once the password was changed', async () => {
    const { reach, ...browser } = await joined(app);
    await ask(stranger(app), reach);
    const link = await lastLink(app, reach);
    const changed = await browser.submit('/en/account/password', {
      current: password,
      password: 'another three words',
    });
    assert.equal(changed.status, 303);
    const late = stranger(app);
    await late.submit(link);
    assert.equal((await late.get('/en/start')).status, 303);
  });

  it('is good for ten minutes', async () => {
    const [inTime, tooLate] = [await asked(), await asked()];
    later(app, { minutes: 9 });
    assert.equal((await stranger(app).submit(inTime.link)).status, 303);
    later(app, { minutes: 2 });
    const answer = await stranger(app).submit(tooLate.link);
    assert.equal(answer.status, 422);
    assert.match(answer.text, used);
  });

  it('takes neither the password nor other sessions away', async () => {
    const { reach, link, ...browser } = await asked();
    await stranger(app).submit(link);
    assert.equal((await browser.get('/en/start')).status, 200);
    assert.equal((await stranger(app).submit('/en/sign-in', { reach, password })).status, 303);
  });

  it('starts a session of its own, and ends the one the browser had', async () => {
    const { link } = await asked({ name: 'Maly' });
    const other = await joined(app);
    const before = other.cookies.get('session') ?? '';
    assert.equal((await other.submit(link)).status, 303);
    assert.match((await other.get('/en/start')).text, /Maly/);
    assert.equal((await app.browser({ session: before }).get('/en/start')).status, 303);
  });

  it('that was made up is refused, and the try is written down', async () => {
    for (const code of ['guessed', 'a'.repeat(32), '%00', '../x']) {
      const answer = await stranger(app).submit(`/en/sign-in/link?code=${code}`);
      assert.equal(answer.status, 422, code);
      assert.match(answer.text, used);
    }
    const rows = await app.db
      .selectFrom('platform.audit')
      .select('subject_id')
      .where('operation', '=', 'accounts.signInRefused')
      .execute();
    assert.ok(rows.length >= 4);
  });
});
