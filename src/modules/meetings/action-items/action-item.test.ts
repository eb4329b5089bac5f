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

describe('what is to do', () => {
  it('stands on the start page of its owner, the most urgent first, once the minutes are published', async () => {
    const owner = await app.build.member();
    const [own, theirs] = [`person:${owner.personId}`, `organisation:${owner.organisationId}`];
    const meeting = await minuted([{ text: 'Draft task', owner: own }], { publish: false });
    const items = [
      { text: 'Due later', owner: own, dueOn: '2026-04-01' },
      { text: 'Due sooner', owner: theirs, dueOn: '2026-02-28' },
      { text: 'Due in between', owner: theirs, dueOn: '2026-03-01' },
    ];
    const { minutesPath } = await minuted(items);
    const start = await owner.get('/en/start');
    assert.match(start.text, /Due sooner.*Overdue.*Due in between.*Open.*Due later/s);
    assert.equal(start.text.match(/Overdue/g)?.length, 1);
    assert.match(start.text, new RegExp(`href="${minutesPath}"`));
    assert.match(start.text, /until Sunday 1 March 2026/);
    assert.doesNotMatch(start.text, /Draft task/);

    const colleague = await app.build.person({ organisationId: owner.organisationId });
    const seen = (await colleague.get('/en/start')).text;
    assert.match(seen, /Due sooner/);
    assert.doesNotMatch(seen, /Due later/);
    const other = await app.build.member();
    assert.match((await other.get('/en/start')).text, /nothing|Nothing/);
    assert.doesNotMatch((await other.get('/en/start')).text, /Due /);
    assert.equal((await owner.get(meeting.minutesPath)).status, 404);
  });

  it('is overdue when its day is over where the network is', async () => {
    const owner = await app.build.member();
    await minuted([{ text: 'Due today', owner: `person:${owner.personId}`, dueOn: '2026-03-01' }]);
    assert.doesNotMatch((await coordinator.get('/en/coordinate')).text, /Due today/);
    // Still the first of March in London, the second in Phnom Penh.
    app.clock.now = new Date('2026-03-01T17:30:00Z');
    const [start, page] = [await owner.get('/en/start'), await coordinator.get('/en/coordinate')];
    app.clock.now = new Date('2026-03-01T02:00:00Z');
    assert.match(start.text, /Due today.*Overdue/s);
    assert.match(page.text, /Due today.*Overdue/s);
  });

  it('is listed for the coordinator while it is overdue and open', async () => {
    const { id } = await app.build.organisation({ name: { en: 'Late ones' } });
    const late = { text: 'Long overdue', owner: `organisation:${id}`, dueOn: '2026-01-05' };
    const { closing } = await minuted([late, { ...late, text: 'In good time', dueOn: '2026-09-01' }]);
    const page = await coordinator.get('/en/coordinate');
    assert.match(page.text, /Long overdue.*Late ones, until Monday 5 January 2026/s);
    assert.doesNotMatch(page.text, /In good time/);
    await coordinator.submit(closing[0] ?? '');
    assert.doesNotMatch((await coordinator.get('/en/coordinate')).text, /Long overdue/);
  });

  it('shows its owner nothing more of a meeting they may not see', async () => {
    const owner = await app.build.member('supporter');
    const item = (text: string) => ({ text, owner: `person:${owner.personId}` });
    const announced = await minuted([item('From an announced one')], {
      visibleTo: 'partners',
      isAnnounced: true,
    });
    const hidden = await minuted([item('From a hidden one')], { visibleTo: 'partners' });
    const { text } = await owner.get('/en/start');
    assert.match(text, /From an announced one.*the board meeting/s);
    assert.match(text, /From a hidden one/);
    assert.equal(text.match(/the board meeting/g)?.length, 1);
    for (const { minutesPath } of [announced, hidden]) {
      assert.doesNotMatch(text, new RegExp(minutesPath.slice(3)));
      assert.equal((await owner.get(minutesPath)).status, 404);
    }
    assert.equal((await owner.submit(hidden.closing[0] ?? '')).status, 303);
    assert.doesNotMatch((await owner.get('/en/start')).text, /From a hidden one/);
  });
});

describe('closing what is done', () => {
  it('is for its owner, the owner’s colleagues, the host and the coordinator, and so is opening it again', async () => {
    const host = await app.build.organisation({ standing: null });
    const owner = await app.build.member();
    const people = {
      owner,
      colleague: await app.build.person({ organisationId: owner.organisationId }),
      host: await app.build.person({ organisationId: host.id }),
      coordinator,
    };
    const item = { text: 'Anybody of these', owner: `organisation:${owner.organisationId}` };
    const { closing, minutesPath } = await minuted([item], { hostId: host.id });
    const reopening = closing[0]?.replace('closing', 'reopening') ?? '';
    for (const [who, browser] of Object.entries(people)) {
      const closed = await browser.follow(closing[0] ?? '');
      assert.match(closed.text, /Well done\. The action item is closed\./, who);
      const page = await browser.get(minutesPath);
      assert.match(page.text, /Done.*It is not done yet/s, who);
      const opened = await browser.follow(reopening);
      assert.match(opened.text, /The action item is open again\./, who);
      assert.match(opened.text, /Open.*It is done/s, who);
    }
  });

  it('is not for anybody else', async () => {
    const owner = await app.build.member();
    const { closing, minutesPath } = await minuted([
      { text: 'Not yours', owner: `person:${owner.personId}` },
    ]);
    const colleague = await app.build.person({ organisationId: owner.organisationId });
    for (const browser of [colleague, await app.build.member('founding'), app.browser()]) {
      assert.doesNotMatch((await browser.get(minutesPath)).text, /It is done/);
      for (const path of [closing[0] ?? '', closing[0]?.replace('closing', 'reopening') ?? ''])
        assert.equal((await browser.submit(path)).status, 403);
    }
    assert.match((await owner.get('/en/start')).text, /Not yours/);
  });

  it('twice is the same as once; of a draft, or of nothing, it is not there', async () => {
    const owner = await app.build.member();
    const mine = `person:${owner.personId}`;
    const { closing } = await minuted([{ text: 'Once', owner: mine }]);
    for (const _ of [1, 2]) assert.equal((await owner.submit(closing[0] ?? '')).status, 303);
    const draft = await minuted([{ text: 'Draft', owner: mine }], { publish: false });
    assert.equal((await owner.submit(draft.closing[0] ?? '')).status, 404);
    assert.equal((await owner.submit(`/en/action-items/${app.runtime.newId()}/closing`)).status, 404);
    const forged = await owner.submit(closing[0] ?? '', { csrf: 'guessed' });
    assert.equal(forged.status, 403);
  });
});

type Item = { readonly text: string; readonly owner: string; readonly dueOn?: string };
type Options = {
  readonly publish?: boolean;
  readonly hostId?: string;
  readonly visibleTo?: 'public' | 'partners';
  readonly isAnnounced?: boolean;
};

/** A past meeting with minutes, and where each of its action items is closed. */
async function minuted(items: readonly Item[], { publish = true, hostId, ...series }: Options = {}) {
  const meeting = await app.build.occurrence({ inDays: -3, ...series });
  const host = app.db.updateTable('meetings.occurrence').set({ host_organisation_id: hostId ?? null });
  await host.where('id', '=', meeting.id).execute();
  const fields = items.flatMap(({ text, owner, dueOn = '2026-05-01' }, place) => [
    [`actionItems.${place}.text.en`, text],
    [`actionItems.${place}.owner`, owner],
    [`actionItems.${place}.dueOn`, dueOn],
  ]);
  const saved = await coordinator.submit(`${meeting.page}/minutes`, {
    ...Object.fromEntries(fields),
    ...(publish && { publish: 'yes' }),
  });
  assert.equal(saved.status, 303, saved.text);
  const minutesPath = saved.location ?? '';
  const rows = await app.db
    .selectFrom('meetings.action_item')
    .select('id')
    .where('minutes_id', '=', minutesPath.split('/').at(-1) ?? '')
    .orderBy('rank')
    .execute();
  return { minutesPath, closing: rows.map(({ id }) => `/en/action-items/${id}/closing`) };
}
