import assert from 'node:assert/strict';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { startTestApp, type TestApp } from '#tests/support/app.ts';
import { tickedIn, valueIn } from '#tests/support/page.ts';

let app: TestApp;
let coordinator: Awaited<ReturnType<TestApp['build']['coordinator']>>;
beforeAll(async () => {
  app = await startTestApp({ now: '2026-03-01T02:00:00Z' });
  coordinator = await app.build.coordinator();
});
afterAll(() => app.close());

describe('what an organisation says of itself', () => {
  async function example() {
    const organisation = await app.build.organisation();
    const path = `/en/organisations/${organisation.slug}`;
    return { ...organisation, path, edit: `${path}/edit` };
  }

  it('is changed by its representatives and by coordinators, by nobody else', async () => {
    const { id, path, edit } = await example();
    const other = await app.build.organisation();
    const representative = await app.build.person({ organisationId: id, role: 'representative' });
    const fields = { 'name.en': `Changed ${id}`, kind: 'media' };
    assert.match((await representative.get(path)).text, /For coordinators and representatives/);
    const changed = await representative.follow(edit, fields);
    assert.match(changed.text, /Saved\. This is what everybody sees\./);
    assert.match(changed.text, new RegExp(`<h1>Changed ${id}`));
    assert.equal((await coordinator.submit(edit, fields)).status, 303);

    const others = [
      await app.build.person({ organisationId: id, role: 'staff' }),
      await app.build.person({ organisationId: other.id, role: 'representative' }),
      await app.build.person(),
    ];
    for (const visitor of others) {
      assert.doesNotMatch((await visitor.get(path)).text, /For coordinators and representatives/);
      assert.equal((await visitor.get(edit)).status, 403);
      assert.equal((await visitor.submit(edit, { 'name.en': 'Taken over', kind: 'other' })).status, 403);
      assert.equal((await visitor.submit(edit, {})).status, 403);
      assert.equal((await visitor.submit(edit, { again: 'name' })).status, 403);
    }
    const anybody = app.browser();
    assert.equal((await anybody.get(edit)).status, 303);
    const refused = await anybody.submit(edit, { 'name.en': 'Typed while signed out', kind: 'other' });
    assert.equal(refused.status, 403);
    assert.match(refused.text, /value="Typed while signed out"/);
    assert.match((await anybody.get(path)).text, new RegExp(`<h1>Changed ${id}`));
  });

  it('comes back into the form as it was saved', async () => {
    const { edit } = await example();
    const fields = {
      'name.km': 'ឈ្មោះក្នុងទម្រង់',
      kind: 'donor',
      expertise: ['radio', 'video'],
      province: '07',
      publicPhone: '012 000 902',
    };
    await coordinator.submit(edit, fields);
    const form = (await coordinator.get(edit)).text;
    const saved = [
      ['name.km', 'ឈ្មោះក្នុងទម្រង់'],
      ['name.en', ''],
      ['province', '07'],
      ['publicPhone', '+85512000902'],
    ] as const;
    for (const [name, value] of saved) assert.equal(valueIn(form, name), value);
    assert.deepEqual(tickedIn(form, 'kind'), ['donor']);
    assert.deepEqual(tickedIn(form, 'expertise'), ['radio', 'video']);
  });

  it('takes none, one or several of a list, each once, and no other', async () => {
    const { id, edit } = await example();
    const base = { 'name.en': `Lists ${id}`, kind: 'other' };
    const saved = async (expertise: string | readonly string[]) => {
      await coordinator.submit(edit, { ...base, expertise });
      return tickedIn((await coordinator.get(edit)).text, 'expertise');
    };
    assert.deepEqual(await saved('sms'), ['sms']);
    assert.deepEqual(await saved(['voice', 'sms', 'voice']), ['sms', 'voice']);
    assert.deepEqual(await saved(''), []);
    const unknown = await coordinator.submit(edit, { ...base, expertise: ['sms', 'sorcery'] });
    assert.equal(unknown.status, 422);
    assert.match(unknown.text, /<a href="#expertise">This answer cannot be read\./);
    assert.match(unknown.text, /id="expertise-error">This answer cannot be read\./);
    assert.deepEqual(tickedIn(unknown.text, 'expertise'), ['sms']);
  });

  it('holds only addresses and numbers that lead somewhere', async () => {
    const { id, path, edit } = await example();
    const wrong = await coordinator.submit(edit, {
      'name.en': `Reached ${id}`,
      kind: 'other',
      website: 'javascript:alert(1)//.example.org',
      publicEmail: 'nobody at example',
      publicPhone: '12',
      province: '26',
    });
    assert.equal(wrong.status, 422);
    for (const field of ['website', 'publicEmail', 'publicPhone', 'province'])
      assert.match(wrong.text, new RegExp(`<a href="#${field}">`), field);
    assert.match(wrong.text, /Write a web address such as www\.example\.org\./);
    assert.match(wrong.text, /id="publicPhone-error">Write a phone number such as 012 000 000\.</);
    assert.doesNotMatch((await app.browser().get(path)).text, /javascript:/);
  });

  it('lets one of two organisations have a new name, and refuses the other in words', async () => {
    const [one, other] = [await example(), await example()];
    const fields = { 'name.en': 'The Same New Name', kind: 'other' };
    const answers = await Promise.all([
      coordinator.submit(one.edit, fields),
      coordinator.onTwin().submit(other.edit, fields),
    ]);
    assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 422]);
    assert.match(answers.map(({ text }) => text).join(), /with this name is in the directory already/);
    const again = answers[0]?.status === 303 ? one : other;
    assert.equal((await coordinator.submit(again.edit, { ...fields, kind: 'media' })).status, 303);
  });

  it('keeps its address when its name changes', async () => {
    const { id, path, edit } = await example();
    const answer = await coordinator.submit(edit, { 'name.en': `Renamed ${id}`, kind: 'other' });
    assert.equal(answer.location, path);
  });

  it('is nowhere where there is no such organisation', async () => {
    for (const path of ['/en/organisations/nobody', '/en/organisations/Nobody', '/en/organisations/a%00b'])
      assert.equal((await app.browser().get(path)).status, 404, path);
    assert.equal((await coordinator.submit('/en/organisations/nobody/edit', {})).status, 404);
  });
});
