import assert from 'node:assert/strict';
import { afterAll, beforeAll, describe, it } from 'vitest';
import {
  coordinatorLink,
  countAll,
  later,
  newEmail,
  password,
  startAccounts,
  stranger,
} from '#tests/support/accounts.ts';
import type { TestApp } from '#tests/support/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startAccounts({ now: '2026-03-01T02:00:00Z' });
});
afterAll(() => app.close());

const used = /This link has been used already, was taken back, or is too old\./;
const someone = () => ({ name: 'Chan Sophea', email: newEmail('sophea'), password });

describe('the first coordinator', () => {
  it('is whoever opens the link of the machine: one form, and they are signed in', async () => {
    const link = await coordinatorLink(app);
    const browser = stranger(app);
    const form = await browser.get(link);
    assert.equal(form.status, 200);
    assert.match(form.text, /You are invited as: Coordinator\./);
    for (const name of ['name', 'email', 'password']) assert.match(form.text, new RegExp(`name="${name}"`));

    const before = await countAll(app);
    const answer = await browser.submit(link, someone());
    assert.deepEqual([answer.status, answer.location], [303, '/en/start']);
    assert.match((await browser.get('/en/start')).text, /Chan Sophea/);
    assert.equal((await browser.get('/en/coordinate')).status, 200);
    const after = await countAll(app);
    for (const table of ['person', 'sign_in', 'credential', 'session', 'seat'])
      assert.equal(after[`accounts.${table}`], (before[`accounts.${table}`] ?? 0) + 1, table);
  });

  it('may be looked at by programs that open every link: only the button uses it', async () => {
    const link = await coordinatorLink(app);
    const before = await countAll(app);
    for (let times = 0; times < 3; times += 1) assert.equal((await stranger(app).get(link)).status, 200);
    assert.deepEqual(await countAll(app), before);
    assert.equal((await stranger(app).submit(link, someone())).status, 303);
  });

  it('is made once by each link; whoever comes later is told so', async () => {
    const link = await coordinatorLink(app);
    await stranger(app).submit(link, someone());
    const before = await countAll(app);
    const again = await stranger(app).submit(link, someone());
    assert.equal(again.status, 422);
    assert.match(again.text, used);
    assert.match((await stranger(app).get(link)).text, used);
    assert.deepEqual(await countAll(app), before);
  });

  it('has a day to open the link', async () => {
    const [inTime, tooLate] = [await coordinatorLink(app), stranger(app)];
    later(app, { hours: 23, minutes: 59 });
    assert.equal((await stranger(app).submit(inTime, someone())).status, 303);
    const link = await coordinatorLink(app);
    later(app, { hours: 24 });
    assert.match((await tooLate.get(link)).text, used);
    const answer = await tooLate.submit(link, someone());
    assert.equal(answer.status, 422);
    assert.match(answer.text, used);
    assert.equal((await tooLate.get('/en/start')).status, 303);
  });

  it('is made by the latest link only', async () => {
    const [older, newer] = [await coordinatorLink(app), await coordinatorLink(app)];
    assert.match((await stranger(app).submit(older, someone())).text, used);
    assert.equal((await stranger(app).submit(newer, someone())).status, 303);
  });

  it('is one person, however many press the button at one moment, on both processes', async () => {
    for (let round = 0; round < 3; round += 1) {
      const link = await coordinatorLink(app);
      const before = await countAll(app);
      const browsers = [stranger(app), stranger(app).onTwin(), stranger(app), stranger(app).onTwin()];
      const answers = await Promise.all(browsers.map((browser) => browser.submit(link, someone())));
      const statuses = answers.map(({ status }) => status).sort();
      assert.deepEqual(statuses, [303, 422, 422, 422]);
      for (const { status, text } of answers) if (status === 422) assert.match(text, used);
      const after = await countAll(app);
      for (const table of ['person', 'sign_in', 'credential', 'session', 'seat'])
        assert.equal(after[`accounts.${table}`], (before[`accounts.${table}`] ?? 0) + 1, table);
    }
  });

  it('is the same person when the button is pressed twice', async () => {
    const link = await coordinatorLink(app);
    const browser = stranger(app);
    const given = someone();
    await browser.get(link);
    const [one, other] = await Promise.all([browser.submit(link, given), browser.submit(link, given)]);
    assert.deepEqual([one.status, other.status].sort(), [303, 422]);
    assert.equal((await browser.get('/en/coordinate')).status, 200);
  });
});

describe('when it does not work out', () => {
  it('leaves nothing behind when the e-mail address is taken, keeps what was typed, and the link stays good', async () => {
    const taken = someone();
    await stranger(app).submit(await coordinatorLink(app), taken);
    const link = await coordinatorLink(app);
    const before = await countAll(app);
    const browser = stranger(app);
    const answer = await browser.submit(link, {
      ...taken,
      email: taken.email.toUpperCase(),
      name: 'Keo Pich',
    });
    assert.equal(answer.status, 422);
    assert.match(answer.text, /Somebody signs in with this e-mail address already\./);
    assert.match(answer.text, /value="Keo Pich"/);
    assert.match(answer.text, new RegExp(`value="${taken.email}"`, 'i'));
    assert.doesNotMatch(answer.text, new RegExp(password));
    assert.deepEqual(await countAll(app), before);
    assert.equal((await browser.get('/en/start')).status, 303);
    assert.equal((await browser.submit(link, someone())).status, 303);
  });

  it('leaves nothing behind when the very last step fails', async () => {
    const link = await coordinatorLink(app);
    const before = await countAll(app);
    await app.pool.query('alter table accounts.seat add constraint broken check (false) not valid');
    const browser = stranger(app);
    const answer = await browser.submit(link, someone());
    await app.pool.query('alter table accounts.seat drop constraint broken');
    assert.equal(answer.status, 500);
    assert.deepEqual(answer.headers.getSetCookie(), []);
    assert.deepEqual(await countAll(app), before);
    assert.equal((await browser.submit(link, someone())).status, 303);
  });

  it.each([
    [{ name: '' }, 'name', 'Write your name.'],
    [{ password: 'seven77' }, 'password', 'Choose a longer password, of at least 8 characters.'],
    [{ password: 'x'.repeat(257) }, 'password', 'Choose a shorter password, of at most 256 characters.'],
    [{ email: 'nowhere@' }, 'email', /e-mail/],
  ] as const)('says what to mend: %j', async (typed, field, sentence) => {
    const link = await coordinatorLink(app);
    const before = await countAll(app);
    const answer = await stranger(app).submit(link, { ...someone(), ...typed });
    assert.equal(answer.status, 422);
    const said = new RegExp(`id="${field}-error">([^<]+)<`).exec(answer.text)?.[1] ?? '';
    if (typeof sentence === 'string') assert.equal(said, sentence);
    else assert.match(said, sentence);
    assert.deepEqual(await countAll(app), before);
  });

  it('asks for an e-mail address where there is no phone to sign in with', async () => {
    const { name } = someone();
    const answer = await stranger(app).submit(await coordinatorLink(app), { name, password });
    assert.equal(answer.status, 422);
    assert.match(answer.text, /Write an e-mail address such as/);
  });

  it.each(['/en/invitation', '/en/invitation?code=', '/en/invitation?code=guessed'])(
    'knows no invitation at %s',
    async (path) => {
      assert.equal((await stranger(app).get(path)).status, 404);
      assert.equal((await stranger(app).submit(path, someone())).status, 404);
    },
  );
});
