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

describe('cancelling a meeting', () => {
  it('tells everybody who comes or may come, once, in their language, and keeps their answers', async () => {
    const meeting = await app.build.occurrence();
    const [comes, maybe, not] = [
      await answering(meeting),
      await answering(meeting),
      await answering(meeting),
    ];
    await comes.answers('accepted', 'km');
    await maybe.answers('tentative');
    await not.answers('declined');
    const page = await coordinator.get(`${meeting.page}/cancellation`);
    assert.match(page.text, /1 person has said yes and is told\./);
    const cancelled = await coordinator.follow(`${meeting.page}/cancellation`, {
      'reason.en': 'The hall is under water.',
    });
    assert.match(cancelled.text, /The meeting is cancelled, and those who answered or were asked are told\./);
    assert.match(cancelled.text, /This meeting is cancelled/);
    assert.match(cancelled.text, /The hall is under water\./);
    await coordinator.submit(`${meeting.page}/cancellation`);
    assert.match((await comes.browser.get(meeting.pathKm)).text, /ការប្រជុំនេះត្រូវបានលុបចោល/);
    assert.match(
      (await comes.browser.get(`/km${meeting.page.slice(3)}`)).text,
      /<span lang="en">The hall is under/,
    );

    const heard = await heardBy(comes, maybe, not);
    assert.deepEqual(
      heard.map((lines) => lines.length),
      [1, 1, 0],
    );
    assert.match(heard[0]?.[0] ?? '', /ការប្រជុំក្រុមប្រឹក្សា .*ត្រូវបានលុបចោល/);
    assert.match(heard[1]?.[0] ?? '', /^the board meeting, Wednesday 11 March 2026, 9:00 am, is cancelled\./);
    assert.match((await comes.browser.get(meeting.path)).text, /You answered: I will come, 1 person\./);
    assert.match((await coordinator.get('/en/meetings')).text, /Cancelled/);
  });

  it('takes no answers any more, at any door', async () => {
    const meeting = await app.build.occurrence();
    const { browser } = await answering(meeting);
    const asked = { name: 'Dara', reach: '012 000 920', language: 'en' };
    await coordinator.submit(`${meeting.page}/invitations/contacts`, asked);
    await coordinator.submit(`${meeting.page}/cancellation`);

    assert.doesNotMatch((await browser.get(meeting.page)).text, /name="answer"/);
    assert.doesNotMatch((await browser.get(meeting.path)).text, /name="answer"/);
    const refused = await browser.submit(meeting.path, { answer: 'accepted' });
    assert.equal(refused.status, 422);
    assert.match(refused.text, /This meeting is cancelled\./);
    const stranger = { answer: 'accepted', name: 'Dara', reach: '012 000 921' };
    assert.equal((await app.browser().submit(meeting.path, stranger)).status, 422);
    const phone = await app.build.phoneOf('+85512000920');
    await app.runJobs();
    assert.match(await phone.says('3'), /^the board meeting, .+, is cancelled\./);
    for (const [path, fields] of [
      ['groups', { members: 'yes' }],
      ['contacts', { ...asked, reach: '012 000 922' }],
    ] as const)
      assert.equal((await coordinator.submit(`${meeting.page}/invitations/${path}`, fields)).status, 422);
    const rows = app.db.selectFrom('meetings.rsvp').select('id').where('occurrence_id', '=', meeting.id);
    assert.equal((await rows.execute()).length, 0);
  });

  it('lets people take their yes back, and gives the seat to nobody', async () => {
    const meeting = await app.build.occurrence({ seats: 1 });
    const [first, second] = [await answering(meeting), await answering(meeting)];
    for (const one of [first, second]) await one.answers('accepted');
    await coordinator.submit(`${meeting.page}/cancellation`);
    await first.browser.submit(`${meeting.path}/withdrawal`);
    assert.match((await coordinator.get(`${meeting.page}/rsvps`)).text, /0 people come, 1 waits/);
    await coordinator.submit(`${meeting.page}/cancellation/undo`);
    await app.runJobs();
    assert.match((await second.phone.heard()).at(-1) ?? '', /^Good news: you have a seat/);
    assert.match((await coordinator.get(`${meeting.page}/rsvps`)).text, /1 person comes, nobody waits/);
  });

  it('can be undone, with all answers; cancelled again, people are told again', async () => {
    const meeting = await app.build.occurrence();
    const one = await answering(meeting);
    await one.answers('accepted');
    await coordinator.submit(`${meeting.page}/cancellation`, { 'reason.km': 'ទឹកជំនន់' });
    await app.runJobs();
    const undone = await coordinator.follow(`${meeting.page}/cancellation/undo`);
    assert.match(undone.text, /The meeting takes place again\./);
    assert.doesNotMatch(undone.text, /ទឹកជំនន់/);
    assert.match((await one.browser.get(meeting.path)).text, /You answered: I will come, 1 person\./);
    assert.equal((await one.browser.submit(meeting.path, { answer: 'tentative' })).status, 303);
    await coordinator.submit(`${meeting.page}/cancellation`);
    assert.equal((await heardBy(one))[0]?.length, 2);
  });

  it('undone, tells those who answered or were asked that it takes place after all, once', async () => {
    const meeting = await app.build.occurrence();
    const [comes, not, asked] = [
      await answering(meeting),
      await answering(meeting),
      await answering(meeting),
    ];
    await comes.answers('accepted', 'km');
    await not.answers('declined');
    const groups = { organisationIds: asked.browser.organisationId };
    await coordinator.submit(`${meeting.page}/invitations/groups`, groups);
    const reach = { name: 'Dara', reach: '012 000 921', language: 'en' };
    await coordinator.submit(`${meeting.page}/invitations/contacts`, reach);
    const stranger = await app.build.phoneOf('+85512000921');
    const phones = [comes.phone, not.phone, asked.phone, stranger];
    const before = await Promise.all(phones.map(async (phone) => (await phone.heard()).length));
    const news = async () =>
      Promise.all(phones.map(async (phone, place) => (await phone.heard()).slice(before[place])));

    await coordinator.submit(`${meeting.page}/cancellation`);
    await app.runJobs();
    assert.deepEqual(
      (await news()).map((lines) => lines.length),
      [1, 0, 1, 1],
    );
    assert.match((await news())[2]?.[0] ?? '', /is cancelled\./);
    const page = await coordinator.get(`${meeting.page}/cancellation/undo`);
    assert.match(page.text, /name="tellPeople"[^>]*checked/);
    const undo = { tellPeople: 'yes' };
    const undone = await coordinator.follow(`${meeting.page}/cancellation/undo`, undo);
    assert.match(undone.text, /those who answered or were asked are told\./);
    await coordinator.submit(`${meeting.page}/cancellation/undo`, undo);
    await app.runJobs();
    const heard = await news();
    assert.deepEqual(
      heard.map((lines) => lines.length),
      [2, 0, 2, 2],
    );
    assert.match(heard[0]?.[1] ?? '', /នឹងធ្វើវិញ។ សាលសម្ងាត់/);
    assert.match(heard[2]?.[1] ?? '', /takes place after all\. the secret hall/);
    const link = /http:\/\/network\.test(\S+\?key=[0-9a-f]{40})/.exec(heard[3]?.[1] ?? '')?.[1] ?? '';
    assert.match((await app.browser().get(link)).text, /name="answer"/);
  });

  it('tells nobody when the meeting is over', async () => {
    const meeting = await app.build.occurrence({ inDays: -1, closesInDays: 1 });
    const one = await answering(meeting);
    await one.answers('accepted');
    const before = (await one.phone.heard()).length;
    await coordinator.submit(`${meeting.page}/cancellation`);
    await coordinator.submit(`${meeting.page}/cancellation/undo`, { tellPeople: 'yes' });
    await app.runJobs();
    assert.equal((await one.phone.heard()).length, before);
  });

  it('taken back before anybody was told tells nobody', async () => {
    const meeting = await app.build.occurrence();
    const one = await answering(meeting);
    await one.answers('accepted');
    await coordinator.submit(`${meeting.page}/cancellation`);
    await coordinator.submit(`${meeting.page}/cancellation/undo`);
    assert.equal((await heardBy(one))[0]?.length, 0);
  });

  it('is for coordinators only', async () => {
    const meeting = await app.build.occurrence();
    const member = await app.build.member('founding');
    assert.equal((await member.get(`${meeting.page}/cancellation`)).status, 403);
    for (const path of ['cancellation', 'cancellation/undo']) {
      assert.equal((await member.get(`${meeting.page}/${path}`)).status, 403);
      assert.equal((await member.submit(`${meeting.page}/${path}`)).status, 403);
      assert.equal((await app.browser().submit(`${meeting.page}/${path}`)).status, 403);
    }
    assert.doesNotMatch((await member.get(meeting.page)).text, /This meeting is cancelled/);
  });
});

type Answering = Awaited<ReturnType<typeof answering>>;

/** A member with a telephone, who has heard nothing but the confirmation of their answer. */
async function answering(meeting: { path: string }) {
  const browser = await app.build.member();
  const phone = await app.build.phone(browser);
  return {
    browser,
    phone,
    async answers(answer: string, language: 'km' | 'en' = 'en') {
      await app.db
        .updateTable('messaging.address')
        .set({ language })
        .where('id', '=', phone.addressId)
        .execute();
      await browser.submit(meeting.path, { answer });
      await app.runJobs();
    },
  };
}

/** What each heard of a cancellation. */
async function heardBy(...people: readonly Answering[]): Promise<string[][]> {
  await app.runJobs();
  return Promise.all(
    people.map(async ({ phone }) => (await phone.heard()).filter((line) => /cancelled|លុបចោល/.test(line))),
  );
}
