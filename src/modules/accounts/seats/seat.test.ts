import assert from 'node:assert/strict';
import { afterAll, beforeEach, describe, it } from 'vitest';
import { startAccounts } from '#tests/support/accounts.ts';
import type { TestApp } from '#tests/support/app.ts';
import { valueIn, wordsIn } from '#tests/support/page.ts';

// How many coordinators there are is what this is about, so each test begins with a network of its own.
let app: TestApp;
const opened: TestApp[] = [];
beforeEach(async () => {
  app = await startAccounts({ now: '2026-03-01T02:00:00Z' });
  opened.push(app);
});
afterAll(() => Promise.all(opened.map((one) => one.close())));

const people = '/en/coordinate/people';
const endOf = (person: { readonly personId: string }) => `${people}/${person.personId}/role-end`;
const coordinates = async (browser: { readonly get: (path: string) => Promise<{ status: number }> }) =>
  (await browser.get('/en/coordinate')).status === 200;

describe('the page of people and roles', () => {
  it('shows a coordinator everybody with an account or a role, and what they are', async () => {
    const organisation = await app.build.organisation({ name: { en: 'River Watch' } });
    const coordinator = await app.build.person({ coordinator: true, name: { en: 'Bopha' } });
    await app.build.person({ organisationId: organisation.id, role: 'representative', name: { en: 'Maly' } });
    await app.build.person({ name: { en: 'Rith' } });
    const { text } = await coordinator.get(people);
    assert.match(rowOf(text, 'Maly'), /Representative.*River Watch/s);
    assert.match(rowOf(text, 'Rith'), /Account only/);
    assert.match(rowOf(text, 'Bopha'), /Coordinator.*role-end/s);
  });

  it('is for coordinators', async () => {
    const organisation = await app.build.organisation();
    const coordinator = await app.build.coordinator();
    const representative = await app.build.person({
      organisationId: organisation.id,
      role: 'representative',
    });
    const visitor = app.browser();
    assert.equal((await representative.get(people)).status, 403);
    assert.equal((await visitor.get(people)).status, 303);
    for (const browser of [representative, visitor]) {
      assert.equal((await browser.submit(endOf(coordinator))).status, 403);
      const fields = { organisationId: organisation.id };
      assert.equal((await browser.submit(endOf(representative), fields)).status, 403);
    }
    assert.ok(await coordinates(coordinator));
  });

  it('goes on on a second page', async () => {
    const coordinator = await app.build.coordinator();
    for (let count = 0; count < 51; count += 1)
      await app.build.person({ name: { en: `Person no. ${count}.` } });
    const first = await coordinator.get(people);
    const on = /href="([^"]*\?after=[^"]+)"/.exec(first.text)?.[1] ?? '';
    const shown = [...`${first.text}${(await coordinator.get(on)).text}`.matchAll(/Person no\. (\d+)\./g)];
    assert.equal(new Set(shown.map(([, number]) => number)).size, 51);
  });
});

describe('a role', () => {
  it('ends, and with the next click it is gone', async () => {
    const { id, slug } = await app.build.organisation();
    const coordinator = await app.build.coordinator();
    const person = await app.build.person({ organisationId: id, role: 'representative' });
    const edit = `/en/organisations/${slug}/edit`;
    assert.equal((await person.get(edit)).status, 200);
    const after = await coordinator.follow(endOf(person), { organisationId: id });
    assert.match(after.text, /The role has ended\./);
    for (const browser of [person, person.onTwin()]) {
      assert.equal((await browser.get(edit)).status, 403);
      assert.equal((await browser.get('/en/invitations')).status, 403);
      assert.equal((await browser.get('/en/start')).status, 200);
    }
  });

  it('is shown once more before it ends, with its holder, and the list says whose each link is', async () => {
    const { id } = await app.build.organisation({ name: { en: 'River Watch' } });
    const coordinator = await app.build.coordinator();
    const maly = await app.build.person({ organisationId: id, role: 'staff', name: { en: 'Maly' } });
    const { text } = await coordinator.get(people);
    const link = new RegExp(`<a [^>]*href="(${endOf(maly)}[^"]*)">([^]*?)</a>`).exec(text);
    assert.equal(link?.[2]?.replace(/<[^>]+>/g, ''), 'End this role (Maly: Staff, River Watch)');
    const asked = await coordinator.get(link?.[1] ?? '');
    assert.match(wordsIn(asked.text), /End this role\? Name Maly Roles Staff · River Watch It ends at once/);
    assert.match(asked.text, new RegExp(`<a href="${people}">Keep the role</a>`));
    assert.equal(valueIn(asked.text, 'organisationId'), id);
    assert.match(rowOf((await coordinator.get(people)).text, 'Maly'), /Staff/);
    assert.equal((await maly.get(endOf(maly))).status, 403);
    const ended = await coordinator.submit(endOf(maly), { organisationId: id });
    assert.deepEqual([ended.status, ended.location], [303, people]);
  });

  it('ends in one organisation, and stays in the other', async () => {
    const [one, other] = [await app.build.organisation(), await app.build.organisation()];
    const coordinator = await app.build.coordinator();
    const person = await app.build.person({ organisationId: one.id, role: 'representative' });
    await app.db
      .insertInto('accounts.seat')
      .values({
        id: app.runtime.newId(),
        person_id: person.personId,
        organisation_id: other.id,
        role: 'representative',
        since: app.clock.now,
      })
      .execute();
    await coordinator.submit(endOf(person), { organisationId: one.id });
    assert.equal((await person.get(`/en/organisations/${one.slug}/edit`)).status, 403);
    assert.equal((await person.get(`/en/organisations/${other.slug}/edit`)).status, 200);
  });

  it('of somebody who has none, or does not exist, is nothing to end', async () => {
    const [coordinator, person] = [await app.build.coordinator(), await app.build.person()];
    const unknown = { personId: app.runtime.newId() };
    assert.equal((await coordinator.submit(endOf(unknown))).status, 404);
    assert.equal((await coordinator.submit(endOf(person), { organisationId: 'x' })).status, 404);
    for (const path of [endOf(person), endOf(unknown), `${endOf(person)}?organisationId=x`])
      assert.equal((await coordinator.get(path)).status, 404, path);
    assert.equal((await coordinator.submit(endOf(person))).status, 303);
    assert.ok(await coordinates(coordinator));
  });
});

describe('the last coordinator', () => {
  it('cannot be ended, by nobody, not even themselves', async () => {
    const coordinator = await app.build.coordinator();
    const answer = await coordinator.submit(endOf(coordinator));
    assert.equal(answer.status, 422);
    assert.match(answer.text, /The network needs a coordinator\. Invite another one first\./);
    assert.ok(await coordinates(coordinator));
  });

  it('is whoever is left: another may end their own role, or be ended', async () => {
    const [one, other] = [await app.build.coordinator(), await app.build.coordinator()];
    assert.equal((await one.submit(endOf(other))).status, 303);
    assert.deepEqual([await coordinates(one), await coordinates(other)], [true, false]);
    assert.equal((await other.submit(endOf(one))).status, 403);
  });

  it.each([2, 3, 4])('is there even when %i of them end each other at one moment', async (count) => {
    const all = await Promise.all(Array.from({ length: count }, () => app.build.coordinator()));
    await Promise.all(all.map((one) => one.get(people)));
    const answers = await Promise.all(
      all.map((one, place) =>
        (place % 2 ? one : one.onTwin()).submit(endOf(all[(place + 1) % count] ?? one)),
      ),
    );
    for (const { status } of answers) assert.ok([303, 403, 422].includes(status), String(status));
    const left = await Promise.all(all.map(coordinates));
    assert.ok(left.includes(true), answers.map(({ status }) => status).join());
  });

  it('is there even when all of them leave at one moment', async () => {
    const [one, other] = [await app.build.coordinator(), await app.build.coordinator()];
    const answers = await Promise.all([one.submit(endOf(one)), other.onTwin().submit(endOf(other))]);
    assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 422]);
  });
});

const rowOf = (page: string, name: string): string =>
  page
    .split('<tr')
    .slice(1)
    .find((row) => row.includes(name)) ?? '';
