import assert from 'node:assert/strict';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { standingsOf } from '#src/modules/organisations/index.ts';
import { startTestApp, type TestApp } from '#tests/support/app.ts';
import { wordsIn } from '#tests/support/page.ts';

let app: TestApp;
let coordinator: Awaited<ReturnType<TestApp['build']['coordinator']>>;
beforeAll(async () => {
  app = await startTestApp({ now: '2026-03-01T02:00:00Z' });
  coordinator = await app.build.coordinator();
});
afterAll(() => app.close());

async function outsideTheNetwork() {
  const { id, slug } = await app.build.organisation({ standing: null });
  const page = `/en/organisations/${slug}`;
  return { id, page, path: `${page}/standing` };
}

const shownOn = async (page: string) => wordsIn((await app.browser().get(page)).text);
const standingToday = async (id: string) => (await standingsOf(app.runtime, [id])).get(id);

describe('the standing of an organisation', () => {
  it('begins, changes and ends, and everybody sees the history', async () => {
    const { id, page, path } = await outsideTheNetwork();
    assert.equal(await standingToday(id), undefined);
    const begun = await coordinator.follow(path, { standing: 'member', since: '2015-07-01' });
    assert.match(begun.text, /The standing is saved\./);
    assert.match(begun.text, /Wednesday 1 July 2015/);
    assert.equal(await standingToday(id), 'member');

    await coordinator.submit(path, { standing: 'partner', since: '២០២០-០១-០១' });
    assert.equal(await standingToday(id), 'partner');
    const ended = await coordinator.follow(`${path}/end`, { until: '2026-03-01' });
    assert.match(ended.text, /The standing has ended\. It stays in the history\./);
    assert.equal(await standingToday(id), undefined);
    assert.match(await shownOn(page), /Partner, 2020 to 2026 Member, 2015 to 2020/);
    assert.match(await shownOn(page.replace('/en/', '/km/')), /២០២០.*២០២៦.*២០១៥.*២០២០/);
  });

  it('holds until the day before the one it ends on, and from the day it begins', async () => {
    const { id, path } = await outsideTheNetwork();
    await coordinator.submit(path, { standing: 'member', since: '2026-03-02' });
    assert.equal(await standingToday(id), undefined);
    app.clock.now = new Date('2026-03-01T17:00:00Z'); // midnight in Phnom Penh
    assert.equal(await standingToday(id), 'member');
    app.clock.now = new Date('2026-03-01T02:00:00Z');
    await coordinator.submit(path, { standing: 'partner', since: '2026-04-01' });
    app.clock.now = new Date('2026-03-31T16:59:00Z');
    assert.equal(await standingToday(id), 'member');
    app.clock.now = new Date('2026-03-31T17:00:00Z');
    assert.equal(await standingToday(id), 'partner');
    app.clock.now = new Date('2026-03-01T02:00:00Z');
  });

  it('follows the one before, and ends no earlier than it began', async () => {
    const { page, path } = await outsideTheNetwork();
    await coordinator.submit(path, { standing: 'member', since: '2020-05-01' });
    for (const since of ['2019-01-01', '2020-05-01']) {
      const early = await coordinator.submit(path, { standing: 'partner', since });
      assert.equal(early.status, 422);
      assert.match(early.text, /It has to begin after the standing before it began\./);
      assert.match(early.text, new RegExp(`value="${since}"`));
    }
    const end = await coordinator.submit(`${path}/end`, { until: '2020-04-30' });
    assert.equal(end.status, 422);
    assert.match(end.text, /It cannot leave before it came\./);
    assert.match(await shownOn(page), /Member, since 2020/);
  });

  it('needs a standing we know, and a day there is', async () => {
    const { path } = await outsideTheNetwork();
    const nothing = await coordinator.submit(path, {});
    assert.match(nothing.text, /<a href="#standing">Choose the standing\.<\/a>/);
    assert.match(nothing.text, /<a href="#since">Write the day it begins/);
    for (const since of ['2026-02-30', '0000-01-01', '99999-01-01', '1 May 2020', '2026-02-01T00:00'])
      assert.equal((await coordinator.submit(path, { standing: 'member', since })).status, 422, since);
    assert.equal((await coordinator.submit(path, { standing: 'owner', since: '2020-01-01' })).status, 422);
  });

  it('is taken back when it was a mistake, and the one before goes on', async () => {
    const { page, path } = await outsideTheNetwork();
    await coordinator.submit(path, { standing: 'member', since: '2020-05-01' });
    await coordinator.submit(path, { standing: 'supporter', since: '2024-05-01' });
    const [last = '', before = ''] = await idsOf(path);
    assert.equal((await coordinator.submit(`${path}/undo`, { membershipId: before })).status, 404);
    const undone = await coordinator.follow(`${path}/undo`, { membershipId: last });
    assert.match(undone.text, /Taken back, as if it had not been written down\./);
    assert.match(await shownOn(page), /Member, since 2020/);
    assert.doesNotMatch(await shownOn(page), /Supporter/);
    assert.equal((await coordinator.submit(`${path}/undo`, { membershipId: last })).status, 404);
  });

  it('stays ended where a later one is taken back', async () => {
    const { page, path } = await outsideTheNetwork();
    await coordinator.submit(path, { standing: 'member', since: '2015-01-01' });
    await coordinator.submit(`${path}/end`, { until: '2018-01-01' });
    await coordinator.submit(path, { standing: 'partner', since: '2022-01-01' });
    const [last = ''] = await idsOf(path);
    await coordinator.submit(`${path}/undo`, { membershipId: last });
    assert.match(await shownOn(page), /Member, 2015 to 2018/);
  });

  it('is the network’s word: neither the organisation nor anybody else sets it', async () => {
    const { id, page, path } = await outsideTheNetwork();
    const representative = await app.build.person({ organisationId: id, role: 'representative' });
    assert.doesNotMatch((await representative.get(page)).text, />Standing</);
    for (const visitor of [representative, await app.build.person()]) {
      assert.equal((await visitor.get(path)).status, 403);
      const fields = { standing: 'founding', since: '2020-01-01', until: '2021-01-01', membershipId: id };
      for (const act of ['', '/end', '/undo'])
        assert.equal((await visitor.submit(path + act, fields)).status, 403, act);
    }
    const anybody = app.browser();
    assert.equal((await anybody.get(path)).status, 303);
    const refused = await anybody.submit(path, { standing: 'partner', since: '2021-02-03' });
    assert.equal(refused.status, 403);
    assert.match(refused.text, /value="2021-02-03"/);
    assert.match(await shownOn(page), /Not a member of the network today\./);
  });

  it('has one current one, however many coordinators write at once', async () => {
    const { id, path } = await outsideTheNetwork();
    const twin = coordinator.onTwin();
    await Promise.all(
      ['2020-01-01', '2021-01-01', '2022-01-01', '2023-01-01'].map((since, place) =>
        (place % 2 ? twin : coordinator).submit(path, { standing: 'member', since }),
      ),
    );
    const current = await app.db
      .selectFrom('organisations.membership')
      .select('since')
      .where('organisation_id', '=', id)
      .where('until', 'is', null)
      .execute();
    assert.deepEqual(current, [{ since: '2023-01-01' }]);
  });
});

/** The ids of an organisation's standings, the last one first. */
async function idsOf(path: string): Promise<string[]> {
  const slug = path.split('/').at(-2) ?? '';
  const rows = await app.db
    .selectFrom('organisations.membership as membership')
    .innerJoin('organisations.organisation as organisation', 'organisation.id', 'membership.organisation_id')
    .select('membership.id')
    .where('slug', '=', slug)
    .orderBy('since', 'desc')
    .execute();
  return rows.map(({ id }) => id);
}
