import assert from 'node:assert/strict';
import { afterAll, beforeAll, describe, it } from 'vitest';
import {
  coordinatorLink,
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

let app: TestApp;
beforeAll(async () => {
  app = await startAccounts({ now: '2026-03-01T02:00:00Z' });
});
afterAll(() => app.close());

/** Somebody who joined by a link that was passed on, typed an e-mail address, and the link that was sent there. */
async function typedAnEmail(email = newEmail('typed')) {
  const person = stranger(app);
  const answer = await person.submit(await linkToPassOn(app), { name: 'Dara', email, password });
  assert.equal(answer.status, 303);
  return { ...person, email, link: await lastLink(app, email) };
}

const isProven = async (email: string): Promise<boolean> => {
  await stranger(app).submit('/en/sign-in/link', { reach: email });
  const messages = await messagesTo(app, email);
  return messages.some(({ about }) => about === 'accounts.signInLink');
};

describe('an e-mail address somebody typed', () => {
  it('is asked about, in the language of whoever typed it, and is theirs once they confirm', async () => {
    const { email, link, ...person } = await typedAnEmail();
    const [message] = await messagesTo(app, email);
    assert.equal(message?.subject, 'Is this e-mail address yours?');
    assert.match(message?.body ?? '', /^Somebody uses this e-mail address to sign in to the network\./);
    assert.match(link, /^\/en\/account\/email\?code=/);
    assert.equal((await person.get('/en/account')).text.includes(`<b>${email}</b>`), false);

    assert.match((await person.get(link)).text, /Press the button to confirm it\./);
    assert.equal(await isProven(email), false);
    const after = await person.follow(link);
    assert.match(after.text, /Thank you\. The e-mail address is confirmed\./);
    assert.ok((await person.get('/en/account')).text.includes(`<b>${email}</b>`));
    assert.equal(await isProven(email), true);
    assert.equal((await person.submit(link)).status, 303);
  });

  it('is asked about where the first coordinator typed it, and is not where the invitation came by it', async () => {
    const email = newEmail();
    const coordinator = stranger(app);
    await coordinator.submit(await coordinatorLink(app), { name: 'Chan', email, password });
    assert.equal((await coordinator.submit(await lastLink(app, email))).status, 303);
    assert.equal(await isProven(email), true);

    const invited = await joined(app);
    assert.deepEqual(
      (await messagesTo(app, invited.reach)).map(({ about }) => about),
      ['accounts.invitation'],
    );
    assert.equal(await isProven(invited.reach), true);
  });

  it('is written to in their language from then on, whatever was sent there before', async () => {
    const { reach: email } = await invite(app, { language: 'km' });
    const person = await typedAnEmail(email);
    await person.submit(person.link);
    await stranger(app).submit('/km/sign-in/link', { reach: email });
    assert.match((await messagesTo(app, email)).at(-1)?.body ?? '', /^Sign in with this link:/);
  });

  it('can be confirmed for a week', async () => {
    const [inTime, tooLate] = [await typedAnEmail(), await typedAnEmail()];
    later(app, { days: 6, hours: 23 });
    assert.equal((await inTime.submit(inTime.link)).status, 303);
    later(app, { hours: 2 });
    const answer = await tooLate.submit(tooLate.link);
    assert.equal(answer.status, 422);
    assert.match(answer.text, /This link has been used already, or is too old\./);
    assert.equal(await isProven(tooLate.email), false);
  });

  it('cannot be confirmed by a link that was changed', async () => {
    const [person, other] = [await typedAnEmail(), await typedAnEmail()];
    const [id = '', expires = '', signature = ''] = partsOf(person.link);
    const [otherId = '', , otherSignature = ''] = partsOf(other.link);
    const changed = [
      [id, String(Number(expires) + 1), signature],
      [id, expires, `${signature.slice(0, -2)}xx`],
      [id, expires, otherSignature],
      [otherId, expires, signature],
      [otherId, expires, otherSignature.toLowerCase()],
    ];
    for (const parts of changed)
      assert.ok(
        (await person.submit(`/en/account/email?code=${parts.join('.')}`)).status > 400,
        parts.join(),
      );
    for (const code of ['', 'guessed', `${id}.${expires}`, `${app.runtime.newId()}.${expires}.${signature}`])
      assert.equal((await person.submit(`/en/account/email?code=${code}`)).status, 404, code);
    for (const { email } of [person, other]) assert.equal(await isProven(email), false);
  });

  it('is confirmed by whoever typed it, signed in, and by nobody else who reads the message', async () => {
    const { email, link, ...person } = await typedAnEmail();
    const reader = stranger(app);
    const asked = await reader.get(link);
    assert.deepEqual([asked.status, asked.location], [303, `/en/sign-in?next=${encodeURIComponent(link)}`]);
    assert.equal((await reader.submit(link)).status, 403);
    const other = await joined(app);
    assert.equal((await other.submit(link)).status, 403);
    assert.equal(await isProven(email), false);

    const signedIn = await reader.submit(asked.location ?? '', { reach: email, password });
    assert.deepEqual([signedIn.status, signedIn.location], [303, link]);
    assert.equal((await reader.submit(link)).status, 303);
    assert.equal((await person.get('/en/start')).status, 200);
  });

  const vannOf = async (email: string) => {
    const { slug, id } = await app.build.organisation();
    const representative = await app.build.person({ organisationId: id, role: 'representative' });
    const vann = { 'name.en': 'Vann', language: 'en', reach: email };
    await representative.submit(`/en/organisations/${slug}/people/new`, vann);
  };

  it('is theirs although a representative wrote it down for somebody', async () => {
    const email = newEmail('vann');
    await vannOf(email);
    const person = await typedAnEmail(email);
    assert.equal((await person.submit(person.link)).status, 303);
    assert.equal(await isProven(email), true);
    assert.ok((await person.get('/en/account')).text.includes(email));
  });

  it('that somebody else signs in with is not taken from them', async () => {
    const email = newEmail('vann');
    const mallory = await typedAnEmail(email);
    await vannOf(email);
    const { person_id } = await app.db
      .selectFrom('messaging.address')
      .select('person_id')
      .where('address', '=', email)
      .executeTakeFirstOrThrow();
    const { signInId } = await app.build.person();
    await app.db
      .updateTable('accounts.person')
      .set({ sign_in_id: null })
      .where('sign_in_id', '=', signInId)
      .execute();
    await app.db
      .updateTable('accounts.person')
      .set({ sign_in_id: signInId })
      .where('id', '=', person_id)
      .execute();
    const answer = await mallory.submit(mallory.link);
    assert.equal(answer.status, 422);
    assert.equal((await mallory.get('/en/account')).text.includes(email), false);
  });
});

const partsOf = (link: string): string[] => (link.split('code=')[1] ?? '').split('.');
