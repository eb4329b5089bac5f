import assert from 'node:assert/strict';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { startTestApp, type TestApp } from '#tests/support/app.ts';
import type { Browser } from '#tests/support/browser.ts';

let app: TestApp;
let coordinator: Browser;
beforeAll(async () => {
  app = await startTestApp({ now: '2026-03-01T02:00:00Z' });
  coordinator = await app.build.coordinator();
});
afterAll(() => app.close());

const kinds = '/en/coordinate/meeting-kinds';
const planning = '/en/coordinate/series/new';

describe('kinds of meetings', () => {
  it('are added in the network’s own words, and can be chosen then', async () => {
    const page = await coordinator.follow(kinds, { 'name.km': 'វគ្គសិក្សា', 'name.en': 'Study day' });
    assert.match(page.text, /The kind is added/);
    assert.match(page.text, /Study day/);
    const slug = await plan(await idOf('Study day'));
    assert.match((await app.browser().get(`/km/series/${slug}`)).text, /វគ្គសិក្សា/);
  });

  it('are renamed, also where they are used', async () => {
    const id = await add('Old name');
    const slug = await plan(id);
    assert.match((await coordinator.get(`${kinds}/${id}`)).text, /value="Old name"/);
    const renamed = await coordinator.follow(`${kinds}/${id}`, { 'name.en': 'New name' });
    assert.match(renamed.text, /The kind is renamed/);
    assert.match((await app.browser().get(`/en/series/${slug}`)).text, /New name/);
    // Its own name again is not somebody else's.
    assert.equal((await coordinator.submit(`${kinds}/${id}`, { 'name.en': 'New Name' })).status, 303);
  });

  it('of one name, in either language, cannot be told apart, so there is only one', async () => {
    await coordinator.submit(kinds, { 'name.km': 'ការប្រជុំ ២០២៦', 'name.en': 'Big  Day' });
    const other = await add('Another');
    for (const name of [{ 'name.en': 'big day' }, { 'name.en': 'Third', 'name.km': 'ការប្រជុំ 2026' }])
      for (const path of [kinds, `${kinds}/${other}`]) {
        const refused = await coordinator.submit(path, name);
        assert.equal(refused.status, 422);
        assert.match(refused.text, /There is a kind of this name already\./);
        assert.match(refused.text, new RegExp(`value="${name['name.en']}"`));
      }
  });

  it('are removed while no series has them', async () => {
    const [unused, used] = [await add('Unused'), await add('Used')];
    await plan(used);
    assert.match((await coordinator.get(`${kinds}/${unused}`)).text, /Remove this kind/);
    const page = await coordinator.get(`${kinds}/${used}`);
    assert.doesNotMatch(page.text, /Remove this kind/);
    assert.match(page.text, /A series has this kind, so it cannot be removed\./);
    const removed = await coordinator.follow(`${kinds}/${unused}/removal`);
    assert.match(removed.text, /The kind is removed\./);
    assert.doesNotMatch(removed.text, /Unused/);
    assert.equal((await coordinator.get(`${kinds}/${unused}`)).status, 404);
    const refused = await coordinator.follow(`${kinds}/${used}/removal`);
    assert.match(refused.text, /it cannot be removed\./);
    assert.match(refused.text, />Used</);
    // A form that was open meanwhile keeps its words, and asks for another kind.
    const late = await coordinator.submit(planning, { ...series, kindId: unused });
    assert.equal(late.status, 422);
    assert.match(late.text, /Choose the kind of meeting\./);
  });

  it('need a name, and a coordinator', async () => {
    const blank = await coordinator.submit(kinds, { 'name.en': '  ' });
    assert.equal(blank.status, 422);
    assert.match(blank.text, /Write the name, in Khmer or in English\./);
    const id = await add('Kept');
    const member = await app.build.member('founding');
    for (const path of [kinds, `${kinds}/${id}`]) {
      assert.equal((await member.get(path)).status, 403);
      assert.equal((await member.submit(path, { 'name.en': 'Party' })).status, 403);
    }
    assert.equal((await member.submit(`${kinds}/${id}/removal`)).status, 403);
    const { text } = await coordinator.get(kinds);
    assert.doesNotMatch(text, /Party/);
    assert.match(text, /Kept/);
    assert.equal(
      (await coordinator.submit(`${kinds}/${app.runtime.newId()}`, { 'name.en': 'X' })).status,
      404,
    );
  });
});

const series = { 'name.en': 'Meeting', visibleTo: 'public', openTo: 'public', repeat: 'never' };

/** Plans a series of a kind, and gives its name in addresses. */
async function plan(kindId: string): Promise<string> {
  const { status, location, text } = await coordinator.submit(planning, { ...series, kindId });
  assert.equal(status, 303, text);
  return location?.split('/').at(-1) ?? '';
}

async function add(name: string): Promise<string> {
  await coordinator.submit(kinds, { 'name.en': name });
  return idOf(name);
}

async function idOf(name: string): Promise<string> {
  const { text } = await coordinator.get(planning);
  return new RegExp(`value="([0-9a-f-]{36})"[^>]*>${name}<`).exec(text)?.[1] ?? '';
}
