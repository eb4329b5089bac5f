import assert from 'node:assert/strict';
import { afterAll, beforeAll, describe, it } from 'vitest';
import {
  countAll,
  invite,
  joined,
  lastLink,
  messagesTo,
  newEmail,
  password,
  startAccounts,
  stranger,
} from '#tests/support/accounts.ts';
import type { TestApp } from '#tests/support/app.ts';
import { unlikelyNumber } from '#tests/support/builders.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startAccounts({ now: '2026-03-01T02:00:00Z' });
});
afterAll(() => app.close());

const positionsOf = (organisationId: string) =>
  app.db
    .selectFrom('organisations.position as position')
    .innerJoin('accounts.person as person', 'person.id', 'position.person_id')
    .select(['person.id as personId', 'person.name', 'is_public as isPublic'])
    .where('organisation_id', '=', organisationId)
    .execute();

const personOf = (address: string) =>
  app.db
    .selectFrom('messaging.address')
    .innerJoin('accounts.person as person', 'person.id', 'messaging.address.person_id')
    .selectAll('person')
    .where('address', '=', address)
    .executeTakeFirst();

/** An organisation and somebody its representative wrote down, who never signed in. */
async function writtenDown(reach: string) {
  const organisation = await app.build.organisation();
  const representative = await app.build.person({ organisationId: organisation.id, role: 'representative' });
  const path = `/en/organisations/${organisation.slug}/people/new`;
  await representative.submit(path, { 'name.en': 'Vann', 'name.km': 'វណ្ណ', language: 'km', reach });
  return { ...organisation, representative, person: await personOf(reach) };
}

describe('somebody who joins an organisation', () => {
  it('stands in the list of its people, and is not shown to others', async () => {
    const { id } = await app.build.organisation();
    await joined(app, { role: 'staff', organisationId: id, name: 'Dara' });
    await app.runJobs();
    assert.deepEqual(
      (await positionsOf(id)).map(({ name, isPublic }) => [name, isPublic]),
      [[{ en: 'Dara' }, false]],
    );
  });

  it('is the person who was written down before with that address', async () => {
    for (const reach of [unlikelyNumber(), newEmail('vann')]) {
      const { id, representative, person } = await writtenDown(reach);
      const { link } = await invite(app, { by: representative, role: 'staff', organisationId: id, reach });
      const before = await countAll(app);
      const browser = stranger(app);
      assert.equal((await browser.submit(link, { name: 'Vann S.', password })).status, 303);
      await app.runJobs();
      assert.equal((await countAll(app))['accounts.person'], before['accounts.person']);
      const after = await personOf(reach);
      assert.equal(after?.id, person?.id);
      assert.deepEqual(after?.name, { en: 'Vann S.', km: 'វណ្ណ' });
      assert.deepEqual(
        (await positionsOf(id)).map(({ personId }) => personId).filter((personId) => personId === person?.id),
        [person?.id],
      );
      assert.match((await browser.get('/en/start')).text, /Vann S\./);
    }
  });

  it('may be invited again as something else: the role changes, and stays one', async () => {
    const { id, slug } = await app.build.organisation();
    const browser = await joined(app, { role: 'staff', organisationId: id });
    assert.equal((await browser.get(`/en/organisations/${slug}/edit`)).status, 403);
    const { link } = await invite(app, { role: 'representative', organisationId: id });
    assert.equal((await browser.submit(link)).status, 303);
    assert.equal((await browser.get(`/en/organisations/${slug}/edit`)).status, 200);
  });
});

describe('somebody with an account', () => {
  it('accepts while signed in: the role comes to the account there is', async () => {
    const { id, slug } = await app.build.organisation();
    const browser = await joined(app);
    const { link } = await invite(app, { role: 'representative', organisationId: id });
    const page = await browser.get(link);
    assert.match(page.text, /You are signed in\. Press the button/);
    assert.doesNotMatch(page.text, /name="password"/);
    const before = await countAll(app);
    const answer = await browser.submit(link);
    assert.deepEqual([answer.status, answer.location], [303, '/en/start']);
    const after = await countAll(app);
    for (const table of ['person', 'sign_in', 'session', 'credential'])
      assert.equal(after[`accounts.${table}`], before[`accounts.${table}`], table);
    assert.equal((await browser.get(`/en/organisations/${slug}/edit`)).status, 200);
    assert.match((await browser.submit(link)).text, /This link has been used already/);
  });

  it('cannot make a second one with the same address, and is shown the way', async () => {
    const { reach } = await joined(app);
    const { link } = await invite(app, { reach, role: 'coordinator' });
    const browser = stranger(app);
    const answer = await browser.submit(link, { name: 'Again', password });
    assert.equal(answer.status, 422);
    assert.match(answer.text, /There is an account with this address already\./);
    const signIn = /href="([^"]*\/sign-in\?next=[^"]+)"/.exec(answer.text)?.[1] ?? '';
    const signedIn = await browser.submit(signIn, { reach, password });
    assert.deepEqual([signedIn.status, signedIn.location], [303, link]);
    assert.equal((await browser.submit(link)).status, 303);
    assert.equal((await browser.get('/en/coordinate')).status, 200);
  });

  it('wins one of two clicks at one moment, on both processes', async () => {
    const { link } = await invite(app, { role: 'coordinator' });
    const [one, other] = [await app.build.person(), await app.build.person()];
    const answers = await Promise.all([one.submit(link), other.onTwin().submit(link)]);
    assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 422]);
    const coordinates = [await one.get('/en/coordinate'), await other.get('/en/coordinate')];
    assert.deepEqual(coordinates.map(({ status }) => status).sort(), [200, 403]);
  });
});

describe('the language of the page somebody joined on', () => {
  it('is what they read messages in, whatever the invitation was written in', async () => {
    const { reach, link } = await invite(app, { language: 'km' });
    const typed = { name: 'Dara', password };
    const answer = await stranger(app).submit(link.replace('/km/', '/en/'), typed);
    assert.deepEqual([answer.status, answer.location], [303, '/en/start']);
    await stranger(app).submit('/km/sign-in/link', { reach });
    assert.match((await messagesTo(app, reach)).at(-1)?.body ?? '', /^Sign in with this link: .*\/en\//);
  });
});

describe('somebody with a phone only', () => {
  it('signs in with the number and a password, or by a link over SMS', async () => {
    const reach = unlikelyNumber();
    const first = await joined(app, { reach });
    assert.equal((await first.get('/en/start')).status, 200);

    const local = `0${reach.slice(4)}`;
    const byPassword = stranger(app);
    assert.equal((await byPassword.submit('/en/sign-in', { reach: local, password })).status, 303);
    assert.equal((await byPassword.get('/en/start')).status, 200);

    const byLink = stranger(app);
    await byLink.submit('/en/sign-in/link', { reach: local });
    const link = await lastLink(app, reach);
    assert.match(link, /^\/en\/sign-in\/link\?code=/);
    assert.equal((await messagesTo(app, reach)).at(-1)?.channel, 'sms');
    assert.equal((await byLink.submit(link)).status, 303);
    assert.equal((await byLink.get('/en/start')).status, 200);
    // Neither the password nor the sessions that were open are lost by it.
    assert.equal((await stranger(app).submit('/en/sign-in', { reach, password })).status, 303);
    assert.equal((await first.get('/en/start')).status, 200);
  });

  it('has no e-mail address that anybody could be written to or sign in with', async () => {
    const { reach } = await joined(app, { reach: unlikelyNumber() });
    const id = (await personOf(reach))?.id;
    const browser = stranger(app);
    await browser.submit('/en/sign-in/link', { reach: `${id}@phone.invalid` });
    assert.deepEqual(await messagesTo(app, `${id}@phone.invalid`), []);
  });
});
