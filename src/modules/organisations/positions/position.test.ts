import assert from 'node:assert/strict';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { startTestApp, type TestApp } from '#tests/support/app.ts';
import { tickedIn, valueIn, wordsIn } from '#tests/support/page.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ now: '2026-03-01T02:00:00Z' });
});
afterAll(() => app.close());

async function withRepresentative() {
  const { id, slug } = await app.build.organisation();
  const representative = await app.build.person({
    organisationId: id,
    role: 'representative',
    name: { en: 'Rachana' },
  });
  const page = `/en/organisations/${slug}`;
  return { id, representative, page, people: `${page}/people` };
}

/** Where the person of that name is edited. */
async function editOf(
  browser: { get(path: string): Promise<{ text: string }> },
  people: string,
  name: string,
) {
  const rows = (await browser.get(people)).text.split('<tr>').slice(1);
  const row = rows.find((each) => each.includes(`${name}</`) || each.includes(`>${name}<`)) ?? '';
  return /<a href="([^"]+)">/.exec(row)?.[1] ?? '';
}

const addressesOf = async (number: string) =>
  app.db
    .selectFrom('messaging.address')
    .select(['person_id', 'language', 'is_preferred'])
    .where('address', '=', number)
    .executeTakeFirstOrThrow();

describe('the people of an organisation', () => {
  it('are shown when they agree, with what they agreed to and nothing else', async () => {
    const { representative, page, people } = await withRepresentative();
    const added = await representative.follow(`${people}/new`, {
      'name.km': 'ដារ៉ា',
      'name.en': 'Dara Example',
      'title.en': 'Trainer',
      language: 'km',
      reach: 'canary.private@example.org',
      isPublic: 'yes',
      publicEmail: 'Dara@Example.org',
      publicPhone: '012 000 950',
    });
    assert.match(added.text, /The person is written down\./);
    const english = (await app.browser().get(page)).text;
    assert.match(wordsIn(english), /People to talk to Dara Example Trainer dara@example\.org 012 000 950/);
    assert.match((await app.browser().get(page.replace('/en/', '/km/'))).text, /ដារ៉ា/);

    const edit = await editOf(representative, people, 'Dara Example');
    const kept = { 'name.en': 'Dara Example', language: 'km', publicEmail: 'dara@example.org' };
    await representative.submit(edit, { ...kept, isPublic: 'yes', publicEmail: '' });
    assert.doesNotMatch((await app.browser().get(page)).text, /dara@example\.org|mailto:dara/);
    await representative.submit(edit, kept);
    const hidden = (await app.browser().get(page)).text;
    assert.doesNotMatch(hidden, /People to talk to|Dara|dara@example/);
  });

  it('are never reached by what is private: it stands on no page others see', async () => {
    const { id, representative, page, people } = await withRepresentative();
    const [email, phone] = ['canary.secret@example.org', '+85512000951'];
    for (const [name, reach] of [
      ['Canary by mail', email],
      ['Canary by phone', '012 000 951'],
    ])
      await representative.submit(`${people}/new`, {
        'name.en': name ?? '',
        reach: reach ?? '',
        isPublic: 'yes',
      });
    const edit = await editOf(representative, people, 'Canary by mail');
    assert.match((await representative.get(edit)).text, new RegExp(email));
    assert.match((await (await app.build.coordinator()).get(edit)).text, new RegExp(email));

    const staff = await app.build.person({ organisationId: id, role: 'staff' });
    const visitors = [app.browser(), staff, await app.build.person(), await app.build.member('founding')];
    const paths = [
      '/en/',
      '/en/organisations',
      '/en/organisations?q=canary',
      page,
      people,
      edit,
      '/en/start',
    ];
    for (const visitor of visitors)
      for (const path of [...paths, page.replace('/en/', '/km/')]) {
        const { text } = await visitor.get(path);
        assert.doesNotMatch(text, /canary\.secret/, path);
        assert.ok(!text.includes(phone) && !text.includes('012 000 951'), path);
      }
    assert.match((await app.browser().get(page)).text, /Canary by mail/);
  });

  it('are reached in the language and at the address written down last', async () => {
    const { representative, people } = await withRepresentative();
    const name = { 'name.en': 'Moves often' };
    await representative.submit(`${people}/new`, { ...name, reach: '012 000 952', language: 'km' });
    const edit = await editOf(representative, people, 'Moves often');
    await representative.submit(edit, { ...name, language: 'en' });
    assert.equal((await addressesOf('+85512000952')).language, 'en');

    await representative.submit(edit, { ...name, language: 'en', reach: '០១២ ០០០ ៩៥៣' });
    const [old, current] = [await addressesOf('+85512000952'), await addressesOf('+85512000953')];
    assert.equal(old.person_id, current.person_id);
    assert.deepEqual([old.is_preferred, current.is_preferred], [false, true]);
    assert.equal(valueIn((await representative.get(edit)).text, 'reach'), '');
  });

  it('take no address from somebody we know', async () => {
    const { representative, people } = await withRepresentative();
    const known = await app.build.person();
    const { number } = await app.build.phone(known);
    const taken = await representative.submit(`${people}/new`, { 'name.en': 'Pretender', reach: number });
    assert.equal(taken.status, 422);
    assert.match(taken.text, /belongs to somebody we know already/);
    assert.equal(valueIn(taken.text, 'name.en'), 'Pretender');
    assert.equal((await addressesOf(number)).person_id, known.personId);
    assert.doesNotMatch((await representative.get(people)).text, /Pretender/);
  });

  it('need a name, and addresses that lead somewhere', async () => {
    const { representative, people } = await withRepresentative();
    const wrong = await representative.submit(`${people}/new`, {
      'title.en': 'Kept',
      reach: 'nowhere@',
      publicEmail: 'nobody',
      publicPhone: '1',
      language: 'fr',
    });
    assert.equal(wrong.status, 422);
    for (const field of ['name\\.km', 'reach', 'publicEmail', 'publicPhone', 'language'])
      assert.match(wrong.text, new RegExp(`<a href="#${field}">`), field);
    assert.equal(valueIn(wrong.text, 'title.en'), 'Kept');
  });

  it('keep their own name, language and address when they can sign in', async () => {
    const { id, representative, page, people } = await withRepresentative();
    const colleague = await app.build.person({ organisationId: id, name: { en: 'Own Name' } });
    const { number } = await app.build.phone(colleague);
    const edit = await editOf(representative, people, 'Own Name');
    const form = (await representative.get(edit)).text;
    assert.match(form, /looks after name, language and private address themselves/);
    assert.ok(!form.includes(number));
    await representative.submit(edit, {
      'name.en': 'Another Name',
      language: 'km',
      reach: '012 000 954',
      'title.en': 'Driver',
      isPublic: 'yes',
    });
    const person = await app.db
      .selectFrom('accounts.person')
      .select(['name', 'language'])
      .where('id', '=', colleague.personId)
      .executeTakeFirstOrThrow();
    assert.deepEqual(person, { name: { en: 'Own Name' }, language: 'en' });
    assert.match(wordsIn((await app.browser().get(page)).text), /Own Name Driver/);
    assert.deepEqual(tickedIn((await representative.get(edit)).text, 'isPublic'), ['yes']);
  });

  it('leave the list and lose their part when they work there no longer', async () => {
    const { id, representative, people } = await withRepresentative();
    const colleague = await app.build.person({
      organisationId: id,
      role: 'representative',
      name: { en: 'Leaves' },
    });
    assert.equal((await colleague.get(people)).status, 200);
    const edit = await editOf(representative, people, 'Leaves');
    const gone = await representative.follow(`${edit}/removal`);
    assert.match(gone.text, /Taken out of the list\./);
    assert.doesNotMatch(wordsIn(gone.text), /Leaves/);
    assert.equal((await colleague.get(people)).status, 403);
    assert.equal((await representative.submit(`${edit}/removal`)).status, 404);
    assert.equal((await representative.get(edit)).status, 404);
  });

  it('are looked after by those who look after their organisation, by nobody else', async () => {
    const mine = await withRepresentative();
    const other = await withRepresentative();
    const edit = await editOf(mine.representative, mine.people, 'Rachana');
    const [id = ''] = edit.split('/').slice(-1);
    const fields = { 'name.en': 'Taken over', isPublic: 'yes' };
    const staff = await app.build.person({ organisationId: mine.id, role: 'staff' });
    for (const visitor of [other.representative, staff]) {
      for (const path of [mine.people, `${mine.people}/new`, edit])
        assert.equal((await visitor.get(path)).status, 403, path);
      for (const path of [`${mine.people}/new`, edit, `${edit}/removal`])
        assert.equal((await visitor.submit(path, fields)).status, 403, path);
    }
    // Somebody else's person under one's own organisation is nobody.
    for (const path of [`${other.people}/${id}`, `${other.people}/${id}/removal`])
      assert.equal((await other.representative.submit(path, fields)).status, 404, path);
    assert.match((await mine.representative.get(mine.people)).text, /Rachana/);
  });

  it('lose nothing typed of them when somebody is signed out, and show nothing of them either', async () => {
    const { representative, people } = await withRepresentative();
    await representative.submit(`${people}/new`, { 'name.en': 'Not public', reach: '012 000 955' });
    const edit = await editOf(representative, people, 'Not public');
    const anybody = app.browser();
    assert.equal((await anybody.get(edit)).status, 303);
    for (const path of [edit, `${people}/new`]) {
      const refused = await anybody.submit(path, { 'name.en': 'Typed while signed out' });
      assert.equal(refused.status, 403);
      assert.equal(valueIn(refused.text, 'name.en'), 'Typed while signed out');
      assert.doesNotMatch(refused.text, /Not public|000 955|000955/);
    }
  });
});
