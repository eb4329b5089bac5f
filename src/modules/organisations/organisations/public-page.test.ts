import assert from 'node:assert/strict';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { startTestApp, type TestApp } from '#tests/support/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ now: '2026-03-01T02:00:00Z' });
});
afterAll(() => app.close());

const pageOf = async ({ slug }: { slug: string }, language = 'en') =>
  (await app.browser().get(`/${language}/organisations/${slug}`)).text;

describe('the page of an organisation', () => {
  it('tells search engines what it tells people, in one block that nothing typed can end', async () => {
    const name = { en: 'Evil</script><script>alert(1)</script>', km: 'អង្គការ <!-- គំរូ' };
    const coordinator = await app.build.coordinator();
    const { location } = await coordinator.submit('/en/coordinate/organisations/new', {
      'name.en': name.en,
      'name.km': name.km,
      kind: 'technology',
      expertise: 'sms',
      province: '17',
      website: 'https://example.org/',
      publicPhone: '012 000 903',
    });
    const { text } = await app.browser().get(location ?? '');
    const blocks = [...text.matchAll(/<script[^>]*>(.*?)<\/script>/gs)];
    assert.equal(blocks.length, 1);
    assert.match(blocks[0]?.[0] ?? '', /^<script type="application\/ld\+json">/);
    const data = JSON.parse(blocks[0]?.[1] ?? '');
    assert.equal(data['@context'], 'https://schema.org');
    assert.equal(data['@type'], 'Organization');
    assert.equal(data['@id'], `http://network.test${location}`);
    assert.deepEqual([data.name, data.alternateName], [name.en, [name.km]]);
    assert.deepEqual([data.url, data.telephone], ['https://example.org/', '+85512000903']);
    assert.deepEqual([data.knowsAbout, data.address.addressRegion], [['sms'], 'Siem Reap']);
    assert.doesNotMatch(text, /<script>|alert\(1\)<\/script>/);
  });

  it('shows what it does as clean text, headings, lists and links, whatever was typed', async () => {
    const organisation = await app.build.organisation();
    const coordinator = await app.build.coordinator();
    await coordinator.submit(`/en/organisations/${organisation.slug}/edit`, {
      'name.en': `Clean ${organisation.id}`,
      kind: 'other',
      'about.en':
        '# Big\n\n- one\n- two\n\n[here](https://example.org) [bad](javascript:alert(1)) <img src=x onerror=alert(1)>',
    });
    const page = await pageOf(organisation);
    assert.match(page, /<h[23]>Big<\/h[23]>\s*<ul>\s*<li>one<\/li>/);
    assert.match(page, /<a href="https:\/\/example\.org" rel="noopener nofollow">here<\/a>/);
    assert.doesNotMatch(page, /href="javascript:|<img/);
    assert.match(await pageOf(organisation, 'km'), /lang="en"/);
  });

  it('gives a link to no address that runs, not even one that came into the database by another way', async () => {
    const organisation = await app.build.organisation();
    await app.db
      .updateTable('organisations.organisation')
      .set({ website: 'javascript:alert(1)' })
      .where('id', '=', organisation.id)
      .execute();
    assert.doesNotMatch(await pageOf(organisation), /href="javascript:/);
  });

  it('offers what to do where nothing is known yet', async () => {
    const page = await pageOf(await app.build.organisation({ standing: null }));
    assert.match(page, /No public contact yet\./);
    assert.match(page, /Not a member of the network today\./);
    assert.doesNotMatch(page, /People to talk to|<h2>Projects/);
  });
});

describe('taking an organisation out of the directory', () => {
  it('hides it there, keeps its page with a word about it, and can be taken back', async () => {
    const name = `Archived ${app.runtime.newId()}`;
    const { slug } = await app.build.organisation({ name: { en: name } });
    const coordinator = await app.build.coordinator();
    const path = `/en/organisations/${slug}`;
    const isListed = async () => (await app.browser().get(`/en/organisations?q=${name}`)).text.includes(path);
    assert.equal(await isListed(), true);

    const archived = await coordinator.follow(`${path}/archiving`);
    assert.match(archived.text, /It is out of the directory\. Nothing was deleted\./);
    assert.equal(await isListed(), false);
    const page = await app.browser().get(path);
    assert.equal(page.status, 200);
    assert.match(page.text, /This organisation is not in the directory any more\./);

    const restored = await coordinator.follow(`${path}/restoring`);
    assert.match(restored.text, /It is in the directory again\./);
    assert.equal(await isListed(), true);
  });

  it('is for coordinators only', async () => {
    const { id, slug } = await app.build.organisation();
    const representative = await app.build.person({ organisationId: id, role: 'representative' });
    const path = `/en/organisations/${slug}`;
    assert.doesNotMatch((await representative.get(path)).text, /Take out of the directory/);
    for (const visitor of [representative, app.browser()])
      for (const act of ['archiving', 'restoring'])
        assert.equal((await visitor.submit(`${path}/${act}`)).status, 403);
    const coordinator = await app.build.coordinator();
    assert.equal((await coordinator.submit(`${path}/archiving`, { csrf: 'guessed' })).status, 403);
    assert.doesNotMatch((await app.browser().get(path)).text, /not in the directory any more/);
  });
});
