import assert from 'node:assert/strict';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { joined, messagesTo, newEmail, password, startAccounts, stranger } from '#tests/support/accounts.ts';
import type { TestApp } from '#tests/support/app.ts';
import { unlikelyNumber } from '#tests/support/builders.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startAccounts({ now: '2026-03-01T02:00:00Z' });
});
afterAll(() => app.close());

/** Somebody who can be reached in two ways: the first is where messages go. */
async function withTwoAddresses() {
  const [number, email] = [unlikelyNumber(), newEmail('two')];
  const person = await joined(app, { reach: number });
  const { person_id } = await app.db
    .selectFrom('messaging.address')
    .select('person_id')
    .where('address', '=', number)
    .executeTakeFirstOrThrow();
  await app.db
    .insertInto('messaging.address')
    .values({
      id: app.runtime.newId(),
      channel: 'email',
      address: email,
      language: 'en',
      person_id,
      created_at: app.clock.now,
    })
    .execute();
  return { ...person, number, email };
}

const addressIdOf = async (address: string): Promise<string> => {
  const rows = await app.db
    .selectFrom('messaging.address')
    .select('id')
    .where('address', '=', address)
    .execute();
  return rows[0]?.id ?? '';
};

const heardAt = async (address: string) =>
  (await messagesTo(app, address)).map(({ about, body }) => ({ about, body }));

const here = /Messages go here/;

describe('what I am called, and what I read', () => {
  it('is shown, and can be changed', async () => {
    const person = await joined(app, { name: 'Dara' });
    const form = await person.get('/en/account');
    assert.match(form.text, /name="name\.en"[^>]*value="Dara"|value="Dara"[^>]*name="name\.en"/);
    const name = { 'name.km': 'ដារ៉ា', 'name.en': 'Dara Chan' };
    const after = await person.follow('/en/account', { ...name, language: 'en' });
    assert.match(after.text, /Saved\./);
    assert.match((await person.get('/en/start')).text, /Dara Chan/);
    assert.match((await person.get('/km/start')).text, /ដារ៉ា/);
  });

  it('keeps what was typed when there is something to mend', async () => {
    const person = await joined(app, { name: 'Dara' });
    const nameless = await person.submit('/en/account', { language: 'km' });
    assert.equal(nameless.status, 422);
    assert.match(nameless.text, /Write your name\./);
    const strange = await person.submit('/en/account', { 'name.en': 'New Name', language: 'fr' });
    assert.equal(strange.status, 422);
    assert.match(strange.text, /value="New Name"/);
    assert.match((await person.get('/en/start')).text, /Dara/);
  });

  it('leads to the same page in the other language, also from a form with something to mend', async () => {
    const person = await joined(app, { name: 'Dara' });
    const wrong = await person.submit('/en/account/password', { current: 'x', password: 'y' });
    assert.equal(wrong.status, 422);
    assert.match(wrong.text, /<a class="language" href="\/km\/account"/);
    assert.match(wrong.text, /<form class="form" method="post" novalidate action="\/en\/account">/i);
  });

  it('decides in which language messages come from then on', async () => {
    const person = await joined(app, { name: 'Dara', language: 'en' });
    await person.submit('/en/account', { 'name.en': 'Dara', language: 'km' });
    await stranger(app).submit('/en/sign-in/link', { reach: person.reach });
    const message = (await heardAt(person.reach)).at(-1);
    assert.equal(message?.about, 'accounts.signInLink');
    assert.doesNotMatch(message?.body ?? '', /Sign in with this link/);
    assert.match(message?.body ?? '', /[\u1780-\u17ff].*\/km\/sign-in\/link/);
  });
});

describe('where messages reach me', () => {
  it('is where I joined by, until I prefer another of my addresses', async () => {
    const person = await withTwoAddresses();
    const page = await person.get('/en/account');
    assert.match(page.text, here);
    for (const address of [person.number, person.email])
      assert.ok(page.text.includes(`<b>${address}</b>`), address);
    const answer = async () => {
      const meeting = await app.build.occurrence();
      const saved = await person.submit(meeting.path, { answer: 'accepted', seats: '1' });
      assert.equal(saved.status, 303);
      const heard = [await heardAt(person.number), await heardAt(person.email)];
      return heard.map((all) => all.filter(({ about }) => about.startsWith('meetings.')).length);
    };
    assert.deepEqual(await answer(), [1, 0]);
    const addressId = await addressIdOf(person.email);
    const after = await person.follow('/en/account/address', { addressId });
    assert.match(after.text, /Messages go there from now on\./);
    assert.deepEqual(await answer(), [1, 1]);
  });

  it('is never an address of somebody else, nor shown to them', async () => {
    const [person, other] = [await joined(app), await joined(app)];
    const [own, foreign] = [await addressIdOf(person.reach), await addressIdOf(other.reach)];
    for (const addressId of [foreign, app.runtime.newId()])
      assert.equal((await person.submit('/en/account/address', { addressId })).status, 404);
    assert.equal((await person.submit('/en/account/address', { addressId: 'x' })).status, 422);
    const forged = await person.submit('/en/account/address', { addressId: own, csrf: 'guessed' });
    assert.equal(forged.status, 403);
    assert.match(forged.text, /press the button once more/);
    const { text } = await person.get('/en/account');
    assert.ok(text.includes(`<b>${person.reach}</b>`) && !text.includes(other.reach));
    for (const browser of [person, other]) assert.match((await browser.get('/en/account')).text, here);
    assert.notEqual(own, foreign);
  });
});

describe('changing the password', () => {
  const wanted = 'four words quite new';

  it('asks for the old one, ends every other session, and keeps mine', async () => {
    const { reach, ...here } = await joined(app);
    const there = stranger(app);
    await there.submit('/en/sign-in', { reach, password });
    const after = await here.follow('/en/account/password', { current: password, password: wanted });
    assert.match(after.text, /The password is changed\. Everywhere else you are signed out\./);
    assert.equal((await here.get('/en/start')).status, 200);
    assert.equal((await there.get('/en/start')).status, 303);
    assert.equal((await stranger(app).submit('/en/sign-in', { reach, password })).status, 422);
    assert.equal((await stranger(app).submit('/en/sign-in', { reach, password: wanted })).status, 303);
  });

  it('changes nothing when the old one is wrong, or the new one too short', async () => {
    const { reach, ...here } = await joined(app);
    const there = stranger(app);
    await there.submit('/en/sign-in', { reach, password });
    const guess = await here.submit('/en/account/password', { current: 'guess guess', password: wanted });
    assert.equal(guess.status, 422);
    assert.match(guess.text, /The password until now is not right\./);
    assert.doesNotMatch(guess.text, new RegExp(`guess guess|${wanted}`));
    const short = await here.submit('/en/account/password', { current: password, password: 'seven77' });
    assert.equal(short.status, 422);
    assert.match(short.text, /of at least 8 characters/);
    assert.equal((await there.get('/en/start')).status, 200);
    assert.equal((await stranger(app).submit('/en/sign-in', { reach, password })).status, 303);
  });

  it('leaves the sessions and the password of everybody else alone', async () => {
    const [person, other] = [await joined(app), await joined(app)];
    await person.submit('/en/account/password', { current: password, password: wanted });
    assert.equal((await other.get('/en/start')).status, 200);
    const again = await stranger(app).submit('/en/sign-in', { reach: other.reach, password });
    assert.equal(again.status, 303);
  });
});

describe('the account page', () => {
  it('is for whoever is signed in', async () => {
    const visitor = stranger(app);
    const asked = await visitor.get('/en/account');
    assert.deepEqual([asked.status, asked.location], [303, '/en/sign-in?next=%2Fen%2Faccount']);
    const meeting = await app.build.occurrence();
    const outsider = await app.build.outsider(meeting);
    assert.equal((await outsider.get('/en/account')).status, 303);
    for (const browser of [visitor, outsider]) {
      const posts = [
        ['/en/account', { 'name.en': 'Mallory', language: 'en' }],
        ['/en/account/address', { addressId: app.runtime.newId() }],
        ['/en/account/password', { current: password, password: 'another password' }],
      ] as const;
      for (const [path, fields] of posts)
        assert.equal((await browser.submit(path, fields)).status, 403, path);
    }
  });
});
