import assert from 'node:assert/strict';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { plantSeeds } from '#src/seeds.ts';
import { startTestApp, type TestApp } from '#tests/support/app.ts';
import { valueIn, wordsIn } from '#tests/support/page.ts';

const path = '/en/coordinate/network/hosts';

let app: TestApp;
let coordinator: Awaited<ReturnType<TestApp['build']['coordinator']>>;
beforeAll(async () => {
  app = await startTestApp({ now: '2026-03-01T02:00:00Z' });
  await plantSeeds(app.runtime, { demo: false });
  coordinator = await app.build.coordinator();
});
afterAll(() => app.close());

const footerOf = async (where: string) =>
  ((await app.browser().get(where)).text.split('<footer')[1] ?? '').replace(/<[^>]+>/g, '');
const aboutPage = async () => wordsIn((await app.browser().get('/en/about')).text);
const markedAsCurrent = async () =>
  [...(await app.browser().get('/en/about')).text.matchAll(/<li aria-current="true">(.*?)<\/li>/gs)].map(
    ([, words = '']) => words.replace(/<[^>]+>/g, ''),
  );
/** What the button takes back: the last term. */
const lastTerm = async () => valueIn((await coordinator.get(path)).text, 'hostTermId') ?? '';

describe('the host organisation', () => {
  it('is passed on; the new one stands on every page, and the one before stays in the list', async () => {
    assert.match(await footerOf('/en/'), /run by Open Institute/);
    const { id } = await app.build.organisation({ name: { en: 'Next Host', km: 'ម្ចាស់ផ្ទះថ្មី' } });
    const saved = await coordinator.follow(path, { organisationId: id, since: '2020-05-01' });
    assert.match(saved.text, /The network has a new host\. The one before stays in the list\./);
    assert.match(await aboutPage(), /Next Host, since 2020 Open Institute, 2012 to 2020/);
    for (const where of ['/en/', '/en/organisations', '/en/nowhere', '/en/sign-in'])
      assert.match(await footerOf(where), /run by Next Host/, where);
    assert.match(await footerOf('/km/nowhere'), /ដំណើរការដោយ ម្ចាស់ផ្ទះថ្មី/);
  });

  it('begins after the one before it, on a day there is, and is an organisation we know', async () => {
    const { id } = await app.build.organisation({ name: { en: 'Too Early' } });
    for (const since of ['2011-12-31', '2020-05-01', '1999-01-01']) {
      const early = await coordinator.submit(path, { organisationId: id, since });
      assert.equal(early.status, 422, since);
      assert.match(early.text, /It has to begin after the host before it began\./);
    }
    const nothing = await coordinator.submit(path, { since: '2026-13-01' });
    assert.match(nothing.text, /<a href="#organisationId">Choose the organisation that takes over\.<\/a>/);
    assert.match(nothing.text, /<a href="#since">Write the day/);
    const unknown = await coordinator.submit(path, {
      organisationId: app.runtime.newId(),
      since: '2025-01-01',
    });
    assert.equal(unknown.status, 422);
    assert.match(unknown.text, /Choose the organisation that takes over\./);
    assert.match(await footerOf('/en/'), /run by Next Host/);
  });

  it('stays until the day the next one begins', async () => {
    const { id } = await app.build.organisation({ name: { en: 'Future Host' } });
    const saved = await coordinator.follow(path, { organisationId: id, since: '2026-04-01' });
    assert.match(saved.text, /Written down: the new host takes over on that day\./);
    assert.match(await aboutPage(), /Future Host, from Wednesday 1 April 2026 Next Host, since 2020 Open/);
    assert.deepEqual(await markedAsCurrent(), ['Next Host, since 2020']);
    assert.match(await footerOf('/en/'), /run by Next Host/);
    app.clock.now = new Date('2026-03-31T17:00:00Z'); // midnight in Phnom Penh
    assert.match(await aboutPage(), /Future Host, since 2026 Next Host, 2020 to 2026/);
    assert.deepEqual(await markedAsCurrent(), ['Future Host, since 2026']);
    assert.match(await footerOf('/en/'), /run by Future Host/);
    app.clock.now = new Date('2026-03-01T02:00:00Z');
  });

  it('that was wrong is taken back, from the last on; then the one before goes on and another can follow', async () => {
    const { id } = await app.build.organisation({ name: { en: 'Wrong Host' } });
    const before = await aboutPage();
    const earlier = await lastTerm();
    await coordinator.submit(path, { organisationId: id, since: '2030-01-01' });
    assert.match(await aboutPage(), /Wrong Host, from Tuesday 1 January 2030/);
    const { text } = await coordinator.get(path);
    assert.match(text, /Wrong Host, since [^.]*, is taken away/);
    const wrong = await lastTerm();
    assert.equal((await coordinator.submit(`${path}/undo`, { hostTermId: earlier })).status, 404);
    const undone = await coordinator.follow(`${path}/undo`, { hostTermId: wrong });
    assert.match(undone.text, /Taken back, as if it had not been written down\./);
    assert.equal(await aboutPage(), before);
    assert.equal((await coordinator.submit(`${path}/undo`, { hostTermId: wrong })).status, 404);
    const corrected = await coordinator.submit(path, { organisationId: id, since: '2026-04-02' });
    assert.equal(corrected.status, 303);
    await coordinator.submit(`${path}/undo`, { hostTermId: await lastTerm() });
  });

  it('does not follow itself', async () => {
    const { id } = await app.build.organisation({ name: { en: 'Twice Host' } });
    await coordinator.submit(path, { organisationId: id, since: '2026-04-03' });
    const twice = await coordinator.submit(path, { organisationId: id, since: '2026-04-04' });
    assert.equal(twice.status, 422);
    assert.match(twice.text, /This organisation stands last in the list already\./);
    await coordinator.submit(`${path}/undo`, { hostTermId: await lastTerm() });
  });

  it('is one at a time, even when two coordinators pass it on at once', async () => {
    const { id } = await app.build.organisation({ name: { en: 'Raced Host' } });
    const answers = await Promise.all([
      coordinator.submit(path, { organisationId: id, since: '2026-05-01' }),
      coordinator.onTwin().submit(path, { organisationId: id, since: '2026-05-01' }),
    ]);
    assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 422]);
  });

  it('is not passed on by anybody else', async () => {
    const { id } = await app.build.organisation({ name: { en: 'Usurper' } });
    const representative = await app.build.person({ organisationId: id, role: 'representative' });
    const fields = { organisationId: id, since: '2027-01-01' };
    assert.equal((await representative.submit(path, fields)).status, 403);
    const term = { hostTermId: await lastTerm() };
    for (const visitor of [representative, app.browser()])
      assert.equal((await visitor.submit(`${path}/undo`, term)).status, 403);
    assert.equal(await lastTerm(), term.hostTermId);
    const refused = await app.browser().submit(path, fields);
    assert.equal(refused.status, 403);
    assert.match(refused.text, /value="2027-01-01"/);
    assert.doesNotMatch(await aboutPage(), /Usurper/);
  });
});
