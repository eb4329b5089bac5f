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

/** What the form of a meeting in ten days sends when nothing is changed. */
const asItIs = { day: '2026-03-11', startsAtTime: '09:00', endsAtTime: '11:00' };

describe('adding a meeting by hand', () => {
  it('takes from the series what is left empty, and says the rest itself', async () => {
    const series = await app.build.series({ seats: 12 });
    const path = `/en/series/${series.slug}/occurrences/new`;
    const form = await coordinator.get(path);
    assert.match(form.text, /name="startsAtTime"[^>]*value="09:00"/);
    assert.match(form.text, /name="endsAtTime"[^>]*value="11:00"/);
    assert.match(form.text, /One more meeting of this series/);
    assert.doesNotMatch(form.text, /Only this one meeting changes/);
    const added = await coordinator.follow(path, {
      day: '២០២៦-០៣-១៥',
      startsAtTime: '13:30',
      endsAtTime: '15:00',
      'note.km': 'សូមយកកុំព្យូទ័រមក',
    });
    assert.match(added.text, /The meeting is planned\./);
    assert.match(added.text, /Sunday 15 March 2026, <\/span>1:30 to 3:00 pm/);
    assert.match(added.text, /the secret hall/);
    assert.match(added.text, /<span lang="km">សូមយកកុំព្យូទ័រមក<\/span>/);
    assert.match(added.text, /12 seats are left\./);
    assert.match((await coordinator.get(`/en/series/${series.slug}`)).text, /15 March 2026/);
  });

  it('ends on the next day when that is said', async () => {
    const night = { startsAtTime: '22:00', endsOn: '2026-03-16', endsAtTime: '01:30' };
    const { startsAt, endsAt } = await addOn(night);
    assert.deepEqual([startsAt, endsAt], ['2026-03-15T15:00:00.000Z', '2026-03-15T18:30:00.000Z']);
  });

  it('may last several days, and stays so when something else is changed', async () => {
    const { id, startsAt, endsAt } = await addOn({
      startsAtTime: '09:00',
      endsOn: '2026-03-17',
      endsAtTime: '16:00',
    });
    assert.deepEqual([startsAt, endsAt], ['2026-03-15T02:00:00.000Z', '2026-03-17T09:00:00.000Z']);
    const form = await coordinator.get(`/en/occurrences/${id}/edit`);
    const typed = Object.fromEntries(
      ['day', 'startsAtTime', 'endsOn', 'endsAtTime'].map((name) => [name, filledIn(form.text, name)]),
    );
    await coordinator.submit(`/en/occurrences/${id}/edit`, { ...typed, 'note.en': 'Bring lunch.' });
    assert.equal((await timesOf(id)).endsAt, endsAt);
  });

  const wrong = [
    [{ day: '' }, /Write the day, as 2026-11-22\./],
    [{ day: '11/3/2026' }, /Write the day, as 2026-11-22\./],
    [{ startsAtTime: '9 o’clock' }, /Write the time, as 09:00\./],
    [{ endsAtTime: '' }, /Write the time it ends, as 11:30\./],
    [{ endsOn: '2026-03-10' }, /id="endsOn-error"[^>]*>The day it ends cannot be before the day it begins\./],
    [
      { startsAtTime: '10:00', endsAtTime: '09:00' },
      /id="endsAtTime-error"[^>]*>It has to end after it begins\./,
    ],
    [
      { endsOn: '2026-03-11', endsAtTime: '09:00' },
      /id="endsAtTime-error"[^>]*>It has to end after it begins\./,
    ],
    [{ callLink: 'call me' }, /id="callLink-error"/],
    [{ dialIn: '12' }, /id="dialIn-error"/],
    [{ seats: '-1' }, /Write a number of seats, such as 30\./],
  ] as const;
  for (const [fields, sentence] of wrong)
    it(`is refused with ${JSON.stringify(fields)}, and keeps what was typed`, async () => {
      const { slug } = await app.build.series();
      const typed = { ...asItIs, 'note.en': 'what was typed', ...fields };
      const answer = await coordinator.submit(`/en/series/${slug}/occurrences/new`, typed);
      assert.equal(answer.status, 422);
      assert.match(answer.text, sentence);
      assert.match(answer.text, /what was typed/);
    });

  it('may have passed already, so that its minutes can be written', async () => {
    const { slug } = await app.build.series();
    const past = { ...asItIs, day: '2026-02-11' };
    assert.equal((await coordinator.submit(`/en/series/${slug}/occurrences/new`, past)).status, 303);
  });

  it('is for coordinators only', async () => {
    const { slug } = await app.build.series();
    const path = `/en/series/${slug}/occurrences/new`;
    const member = await app.build.member('founding');
    assert.equal((await member.get(path)).status, 403);
    assert.equal((await member.submit(path, asItIs)).status, 403);
    assert.equal((await app.browser().get(path)).status, 303);
    assert.equal((await app.browser().submit(path, asItIs)).status, 403);
  });
});

describe('changing one meeting', () => {
  it('keeps all answers, and tells those who come of the new day, once', async () => {
    const meeting = await app.build.occurrence();
    const [comes, maybe, not] = [
      await app.build.member(),
      await app.build.member(),
      await app.build.member(),
    ];
    const phones = [
      await app.build.phone({ ...comes, language: 'km' }),
      await app.build.phone(maybe),
      await app.build.phone(not),
    ];
    for (const [member, answer] of [
      [comes, 'accepted'],
      [maybe, 'tentative'],
      [not, 'declined'],
    ] as const)
      await member.submit(meeting.path, { answer });
    await app.runJobs();
    const saved = await coordinator.follow(`${meeting.page}/edit`, {
      ...asItIs,
      day: '2026-03-12',
      tellPeople: 'yes',
    });
    assert.match(saved.text, /The meeting is changed\. All answers are still there\./);
    await app.runJobs();
    await app.runJobs();
    const heard = await Promise.all(phones.map(async (phone) => (await phone.heard()).slice(1)));
    assert.deepEqual(
      heard.map((lines) => lines.length),
      [1, 1, 0],
    );
    assert.match(heard[0]?.[0] ?? '', /ថ្ងៃព្រហស្បតិ៍ ទី១២ ខែមីនា/);
    assert.match(heard[1]?.[0] ?? '', /is moved\. It is now on Thursday 12 March 2026, 9:00 am\./);
    assert.match((await comes.get(meeting.page)).text, /You answered: I will come, 1 person\./);
  });

  it('tells those who come, and those asked who have not answered, what is new', async () => {
    const meeting = await app.build.occurrence();
    const [comes, asked] = [await app.build.member(), await app.build.member()];
    const phones = [await app.build.phone({ ...comes, language: 'km' }), await app.build.phone(asked)];
    await comes.submit(meeting.path, { answer: 'accepted' });
    const groups = { organisationIds: asked.organisationId };
    await coordinator.submit(`${meeting.page}/invitations/groups`, groups);
    await app.runJobs();
    const hall = { 'place.en': 'Room 4', 'place.km': 'បន្ទប់ ៤' };
    const changes = [
      { ...hall },
      { ...hall, dialIn: '012 000 111' },
      { 'place.en': 'Room 5', 'place.km': 'បន្ទប់ ៥', dialIn: '012 000 111', endsAtTime: '12:00' },
      {
        'place.en': 'Room 5',
        'place.km': 'បន្ទប់ ៥',
        dialIn: '012 000 111',
        endsAtTime: '12:00',
        'note.en': 'News',
      },
    ];
    for (const change of changes) {
      await coordinator.submit(`${meeting.page}/edit`, { ...asItIs, ...change, tellPeople: 'yes' });
      await app.runJobs();
    }
    const [khmer = [], english = []] = await Promise.all(
      phones.map(async (phone) => (await phone.heard()).slice(1)),
    );
    assert.deepEqual([khmer.length, english.length], [3, 3]);
    assert.match(khmer[0] ?? '', /ទីកន្លែងថ្មី៖ បន្ទប់ ៤។/);
    assert.match(english[0] ?? '', /, 9:00 am, has a new place: Room 4\./);
    assert.match(english[1] ?? '', /: how to get there has changed\./);
    assert.match(english[2] ?? '', /is moved\. It is now on .*, at a new place: Room 5\./);
    assert.doesNotMatch(english.join(), /012 000 111/);
  });

  it('tells nobody when the box is not ticked, or when neither time nor place changes', async () => {
    const meeting = await app.build.occurrence();
    const member = await app.build.member();
    const phone = await app.build.phone(member);
    await member.submit(meeting.path, { answer: 'accepted' });
    await app.runJobs();
    await coordinator.submit(`${meeting.page}/edit`, { ...asItIs, day: '2026-03-13' });
    const words = { 'name.en': 'Otherwise', 'note.en': 'News', tellPeople: 'yes' };
    await coordinator.submit(`${meeting.page}/edit`, { ...asItIs, day: '2026-03-13', ...words });
    await app.runJobs();
    assert.equal((await phone.heard()).length, 1);
  });

  it('refuses a day that is past where anybody answered or was asked, and tells nobody', async () => {
    const [answered, invited, quiet] = [
      await app.build.occurrence(),
      await app.build.occurrence(),
      await app.build.occurrence(),
    ];
    const member = await app.build.member();
    const phone = await app.build.phone(member);
    await member.submit(answered.path, { answer: 'declined' });
    const groups = { organisationIds: member.organisationId };
    await coordinator.submit(`${invited.page}/invitations/groups`, groups);
    await app.runJobs();
    const before = (await phone.heard()).length;
    const past = { ...asItIs, day: '2025-03-11', tellPeople: 'yes' };
    for (const meeting of [answered, invited]) {
      const refused = await coordinator.submit(`${meeting.page}/edit`, past);
      assert.equal(refused.status, 422);
      assert.match(refused.text, /That day and time are past, and people have answered or were asked\./);
      assert.match(refused.text, /value="2025-03-11"/);
    }
    assert.equal((await coordinator.submit(`${quiet.page}/edit`, past)).status, 303);
    await app.runJobs();
    assert.equal((await phone.heard()).length, before);
  });

  it('gives no seat any more once the meeting has begun', async () => {
    const meeting = await app.build.occurrence({ seats: 1 });
    const [first, second] = [await app.build.member(), await app.build.member()];
    const phone = await app.build.phone(second);
    for (const member of [first, second]) await member.submit(meeting.path, { answer: 'accepted' });
    await app.runJobs();
    const before = (await phone.heard()).length;
    const now = app.clock.now;
    app.clock.now = new Date('2026-03-11T02:30:00Z');
    assert.equal((await coordinator.submit(`${meeting.page}/edit`, { ...asItIs, seats: '5' })).status, 303);
    await app.runJobs();
    app.clock.now = now;
    assert.equal((await phone.heard()).length, before);
  });

  it('tells nobody that a cancelled meeting is moved', async () => {
    const meeting = await app.build.occurrence();
    const member = await app.build.member();
    const phone = await app.build.phone(member);
    await member.submit(meeting.path, { answer: 'accepted' });
    await coordinator.submit(`${meeting.page}/cancellation`);
    await coordinator.submit(`${meeting.page}/edit`, { ...asItIs, day: '2026-03-13', tellPeople: 'yes' });
    await app.runJobs();
    assert.equal((await phone.heard()).filter((line) => /moved/.test(line)).length, 0);
  });

  it('asks again until when answers are taken, in hours before it begins', async () => {
    const meeting = await app.build.occurrence({ inDays: 10, closesInDays: 8 });
    const form = await coordinator.get(`${meeting.page}/edit`);
    assert.equal(filledIn(form.text, 'rsvpClosesHours'), '48');
    assert.match(form.text, /name="tellPeople"[^>]*checked/);
    assert.equal(filledIn(form.text, 'day'), '2026-03-11');
    assert.equal(filledIn(form.text, 'endsOn'), '');
    await coordinator.submit(`${meeting.page}/edit`, { ...asItIs, rsvpClosesHours: '២៤' });
    assert.equal((await timesOf(meeting.id)).closesAt, '2026-03-10T02:00:00.000Z');
  });

  it('refuses fewer seats than are taken, also where the series says how many', async () => {
    const meeting = await app.build.occurrence({ seats: 3 });
    const member = await app.build.member();
    await coordinator.submit(`${meeting.page}/edit`, { ...asItIs, seats: '6' });
    await member.submit(meeting.path, { answer: 'accepted', seats: '5' });
    for (const seats of ['4', '']) {
      const refused = await coordinator.submit(`${meeting.page}/edit`, { ...asItIs, seats });
      assert.equal(refused.status, 422, `with ${seats || 'no'} seats of its own`);
      assert.match(refused.text, /5 seats are taken already\. There cannot be fewer\./);
    }
    assert.equal((await coordinator.submit(`${meeting.page}/edit`, { ...asItIs, seats: '5' })).status, 303);
    assert.match((await app.browser().get(meeting.page)).text, /All seats are taken\./);
  });

  it('with more seats moves the waiting list up, in order, and tells each of them once', async () => {
    const meeting = await app.build.occurrence({ seats: 1 });
    const people = [];
    for (const seats of ['1', '1', '2', '1']) {
      const member = await app.build.member();
      const phone = await app.build.phone(member);
      people.push(phone);
      await member.submit(meeting.path, { answer: 'accepted', seats });
    }
    await app.runJobs();
    await coordinator.submit(`${meeting.page}/edit`, { ...asItIs, seats: '3' });
    await app.runJobs();
    // The party of two does not fit yet, and nobody passes it.
    assert.deepEqual(await timesToldOfASeat(people), [0, 1, 0, 0]);
    await coordinator.submit(`${meeting.page}/edit`, { ...asItIs, seats: '5' });
    await app.runJobs();
    assert.deepEqual(await timesToldOfASeat(people), [0, 1, 1, 1]);
  });

  it('never has more people than seats while it is changed and answered at once, on two processes', async () => {
    const meeting = await app.build.occurrence({ seats: 4 });
    const members = await Promise.all(Array.from({ length: 24 }, () => app.build.member()));
    const sizes = ['8', '6', '10', '4', '7'];
    const changes = await Promise.all([
      ...sizes.map((seats) => coordinator.submit(`${meeting.page}/edit`, { ...asItIs, seats })),
      ...members.map((member, place) =>
        (place % 2 ? member : member.onTwin()).submit(meeting.path, { answer: 'accepted', seats: '1' }),
      ),
    ]);
    assert.deepEqual(
      new Set(changes.map(({ status }) => status).filter((status) => status !== 422)),
      new Set([303]),
    );
    const row = await app.db
      .selectFrom('meetings.occurrence')
      .select(['seats', 'seats_taken', 'seats_waiting'])
      .where('id', '=', meeting.id)
      .executeTakeFirstOrThrow();
    assert.equal(row.seats_taken, row.seats);
    assert.equal(row.seats_taken + row.seats_waiting, 24);
  });

  it('is for coordinators only, and a meeting one may not see is not there', async () => {
    const [open, closed] = [
      await app.build.occurrence(),
      await app.build.occurrence({ visibleTo: 'partners' }),
    ];
    const member = await app.build.member();
    for (const [meeting, status] of [
      [open, 403],
      [closed, 404],
    ] as const) {
      assert.equal((await member.submit(`${meeting.page}/edit`, asItIs)).status, status);
      assert.equal((await timesOf(meeting.id)).startsAt, '2026-03-11T02:00:00.000Z');
    }
    assert.equal((await member.get(`${open.page}/edit`)).status, 403);
  });
});

/** What stands in a field; nothing where nothing is filled in. */
const filledIn = (page: string, name: string): string =>
  new RegExp(`name="${name}"[^>]*?value="([^"]*)"`).exec(page)?.[1] ?? '';

async function addOn(fields: Readonly<Record<string, string>>) {
  const { slug } = await app.build.series();
  const path = `/en/series/${slug}/occurrences/new`;
  const answer = await coordinator.submit(path, { day: '2026-03-15', ...fields });
  assert.equal(answer.status, 303, answer.text);
  const id = answer.location?.split('/').at(-1) ?? '';
  return { id, ...(await timesOf(id)) };
}

async function timesOf(id: string) {
  const row = await app.db
    .selectFrom('meetings.occurrence')
    .select(['starts_at', 'ends_at', 'rsvp_closes_at'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return {
    startsAt: row.starts_at.toISOString(),
    endsAt: row.ends_at.toISOString(),
    closesAt: row.rsvp_closes_at.toISOString(),
  };
}

const timesToldOfASeat = (people: readonly { heard: () => Promise<string[]> }[]) =>
  Promise.all(
    people.map(async ({ heard }) => (await heard()).filter((line) => line.startsWith('Good news')).length),
  );
