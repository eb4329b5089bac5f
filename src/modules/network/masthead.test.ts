import assert from 'node:assert/strict';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { plantSeeds } from '#src/seeds.ts';
import { startTestApp, type TestApp } from '#tests/support/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ now: '2026-03-01T02:00:00Z' });
  await plantSeeds(app.runtime, { demo: false });
});
afterAll(() => app.close());

const footerOf = (page: string) => (page.split('<footer')[1] ?? '').replace(/<[^>]+>/g, '');

describe('the name of the network, its host and its supporters', () => {
  it('stand on every page, found or not, allowed or not, in the language of the page', async () => {
    const member = await app.build.member();
    const pages = [
      ...['', 'meetings', 'organisations', 'about', 'contact', 'news', 'privacy', 'sign-in', 'nowhere'].map(
        (path) => () => app.browser().get(`/en/${path}`),
      ),
      () => member.get('/en/start'),
      () => member.get('/en/coordinate'),
      () => member.submit('/en/nowhere'),
      () => app.browser().submit('/en/organisations/oi/archiving'),
      () => app.browser().submit('/en/contact', { name: 'x' }),
    ];
    const statuses = new Set<number>();
    for (const visit of pages) {
      const { status, text } = await visit();
      statuses.add(status);
      const footer = footerOf(text);
      assert.match(text, /<span>ICT4D Cambodia Network<small lang="km">បណ្ដាញ ICT4D កម្ពុជា<\/small><\/span>/);
      assert.match(footer, /ICT4D Cambodia Network · run by Open Institute · supported by SPIDER/);
    }
    assert.deepEqual([...statuses].sort(), [200, 403, 404, 422]);
    const khmer = (await app.browser().get('/km/nowhere')).text;
    assert.match(footerOf(khmer), /បណ្ដាញ ICT4D កម្ពុជា · ដំណើរការដោយ វិទ្យាស្ថានបើកទូលាយ · គាំទ្រដោយ SPIDER/);
    assert.match(khmer, /គាំទ្រដោយ <span><span lang="en">SPIDER/);
  });

  it('say which language they are in, where there is only one', async () => {
    const khmerOnly = await startTestApp({ now: '2026-03-01T02:00:00Z' });
    await plantSeeds(khmerOnly.runtime, { demo: false });
    await khmerOnly.db
      .updateTable('network.network')
      .set({ name: { km: 'បណ្ដាញ' } })
      .execute();
    const { text } = await khmerOnly.browser().get('/en/sign-in');
    assert.match(text, /<a class="brand".*?<span><span lang="km">បណ្ដាញ<\/span><\/span><\/a>/s);
    await khmerOnly.close();
  });

  it('are not needed: a network without them shows its pages too', async () => {
    const bare = await startTestApp({ now: '2026-03-01T02:00:00Z' });
    const { status, text } = await bare.browser().get('/en/sign-in');
    assert.equal(status, 200);
    assert.match(text, /<span>Bandanh<\/span>/);
    await bare.close();
  });
});
