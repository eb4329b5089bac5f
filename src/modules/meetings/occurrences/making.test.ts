import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { system } from '#src/kernel/actor.ts';
import { startTestApp, type TestApp } from '#tests/support/app.ts';
import type { Browser } from '#tests/support/browser.ts';
import { makeOccurrencesJob } from './making.jobs.ts';

const now = '2026-03-01T02:00:00Z';
let app: TestApp;
let coordinator: Browser;
let kindId: string;
beforeAll(async () => {
  app = await startTestApp({ now });
  coordinator = await app.build.coordinator();
  kindId = await app.build.kind();
});
afterAll(() => app.close());

const plain = {
  'name.en': 'Open meeting',
  visibleTo: 'public',
  openTo: 'public',
  repeat: 'months-by-date',
  every: '3',
  firstOn: '2026-03-11',
  startsAtTime: '09:00',
  minutesLong: '120',
};
const days = ['2026-03-11', '2026-06-11', '2026-09-11', '2026-12-11', '2027-03-11'] as const;

describe('changing a series', () => {
  it('moves the meetings nobody touched to the new time, and only them', async () => {
    const series = await plan();
    const [untouched, changed, cancelled] = series.made;
    const edit = { day: '2026-06-12', startsAtTime: '10:00', endsAtTime: '11:00' };
    assert.equal((await coordinator.submit(`${changed.page}/edit`, edit)).status, 303);
    assert.equal((await coordinator.submit(`${cancelled.page}/cancellation`)).status, 303);
    await change(series, { startsAtTime: '14:00', minutesLong: '60', rsvpClosesHours: '48' });
    const rows = await rowsOf(series);
    assert.deepEqual(
      rows.map(({ startsAt, endsAt }) => [startsAt, endsAt]),
      [
        ['2026-03-11T07:00:00.000Z', '2026-03-11T08:00:00.000Z'],
        ['2026-06-12T03:00:00.000Z', '2026-06-12T04:00:00.000Z'],
        ['2026-09-11T02:00:00.000Z', '2026-09-11T04:00:00.000Z'],
        ['2026-12-11T07:00:00.000Z', '2026-12-11T08:00:00.000Z'],
        ['2027-03-11T07:00:00.000Z', '2027-03-11T08:00:00.000Z'],
      ],
    );
    assert.equal(rows[0]?.id, untouched.id);
  });

  it('changes until when answers are taken, also when the time stays', async () => {
    const series = await plan();
    await change(series, { rsvpClosesHours: '48' });
    const [first] = await rowsOf(series);
    assert.equal(first?.closesAt, '2026-03-09T02:00:00.000Z');
  });

  it('keeps every answer, and tells those who gave one of the new time, once', async () => {
    const series = await plan();
    const [first] = series.made;
    const [comes, declines] = [await app.build.member(), await app.build.member()];
    const [phone, other] = [await app.build.phone(comes), await app.build.phone(declines)];
    await comes.submit(`${first.page}/rsvp`, { answer: 'accepted', seats: '2' });
    await declines.submit(`${first.page}/rsvp`, { answer: 'declined' });
    await app.runJobs();
    await change(series, { startsAtTime: '14:00' });
    await change(series, { startsAtTime: '14:00', dialIn: '012 000 000' });
    await app.runJobs();
    const told = (await phone.heard()).filter((line) => /is moved/.test(line));
    assert.equal(told.length, 1);
    assert.match(told[0] ?? '', /is moved\. It is now on Wednesday 11 March 2026, 2:00 pm\./);
    assert.equal((await other.heard()).filter((line) => /moved/.test(line)).length, 0);
    assert.match((await comes.get(first.page)).text, /You answered: I will come, 2 people\./);
  });

  it('tells those who come of a new place too, but not where a meeting has a place of its own', async () => {
    const series = await plan();
    const [first, second] = series.made;
    const [usual, elsewhere] = [await app.build.member(), await app.build.member()];
    const [phone, other] = [await app.build.phone(usual), await app.build.phone(elsewhere)];
    await usual.submit(`${first.page}/rsvp`, { answer: 'accepted' });
    await elsewhere.submit(`${second.page}/rsvp`, { answer: 'accepted' });
    const own = { day: days[1], startsAtTime: '09:00', endsAtTime: '11:00', 'place.en': 'Its own room' };
    assert.equal((await coordinator.submit(`${second.page}/edit`, own)).status, 303);
    await app.runJobs();
    const before = [(await phone.heard()).length, (await other.heard()).length];
    await change(series, { 'place.en': 'The new hall' });
    await change(series, { 'place.en': 'The new hall', 'about.en': 'No news' });
    await app.runJobs();
    const news = (await phone.heard()).slice(before[0]);
    assert.equal(news.length, 1);
    assert.match(news[0] ?? '', /has a new place: The new hall\./);
    assert.equal((await other.heard()).length, before[1]);
  });

  it('to another day makes new meetings, takes away untouched ones, and keeps what people answered', async () => {
    const series = await plan();
    const [answered, asked, minuted, untouched] = series.made;
    const member = await app.build.member();
    await member.submit(`${answered.page}/rsvp`, { answer: 'tentative' });
    const reach = 'asked@example.org';
    await coordinator.submit(`${asked.page}/invitations/contacts`, { name: 'Dara', reach });
    await coordinator.submit(`${minuted.page}/minutes`, { 'body.en': 'Draft.' });
    await change(series, { firstOn: '2026-03-20' });
    assert.deepEqual(
      (await rowsOf(series)).map(({ day }) => day),
      [days[0], '2026-03-20', days[1], '2026-06-20', days[2], '2026-09-20', '2026-12-20', '2027-03-20'],
    );
    assert.equal((await member.get(untouched.page)).status, 404);
    assert.match((await member.get(answered.page)).text, /You answered: maybe\./);

    await change(series, { firstOn: '2026-03-11' });
    assert.deepEqual(
      (await rowsOf(series)).map(({ day }) => day),
      days,
    );
  });

  it('shows its place and words at every meeting that has none of its own', async () => {
    const series = await plan({ 'place.en': 'Old hall' });
    const [first, second] = series.made;
    const own = { day: days[1], startsAtTime: '09:00', endsAtTime: '11:00', 'place.en': 'Own hall' };
    await coordinator.submit(`${second.page}/edit`, own);
    await change(series, { 'place.en': 'New hall', 'name.en': 'Renamed' });
    assert.match((await coordinator.get(first.page)).text, /New hall/);
    assert.match((await coordinator.get(first.page)).text, /<h1>Renamed/);
    assert.match((await coordinator.get(second.page)).text, /Own hall/);
  });

  it('stops taking answers from those it is no longer for, and keeps those given', async () => {
    const series = await plan();
    const [first] = series.made;
    const account = await app.build.person();
    await account.submit(`${first.page}/rsvp`, { answer: 'accepted' });
    await change(series, { openTo: 'members' });
    assert.equal((await account.submit(`${first.page}/rsvp`, { answer: 'tentative' })).status, 403);
    assert.match((await coordinator.get(`${first.page}/rsvps`)).text, /1 person comes/);
  });

  it('with more seats moves the waiting list up and tells people; with too few is refused', async () => {
    const series = await plan({ seats: '1' });
    const [first, second] = series.made;
    const members = [await app.build.member(), await app.build.member(), await app.build.member()];
    const phone = await app.build.phone(members[1]);
    for (const member of members) await member.submit(`${first.page}/rsvp`, { answer: 'accepted' });
    assert.match((await coordinator.get(`${first.page}/rsvps`)).text, /1 person comes, 2 wait/);
    const own = { day: days[1], startsAtTime: '09:00', endsAtTime: '11:00', seats: '5' };
    await coordinator.submit(`${second.page}/edit`, own);
    await members[0]?.submit(`${second.page}/rsvp`, { answer: 'accepted', seats: '4' });

    await change(series, { seats: '2' });
    await app.runJobs();
    assert.match((await coordinator.get(`${first.page}/rsvps`)).text, /2 people come, 1 waits/);
    assert.match((await phone.heard()).at(-1) ?? '', /^Good news: you have a seat/);

    const typed = { ...plain, kindId, seats: '1', 'about.en': 'typed words' };
    const refused = await coordinator.submit(`${series.path}/edit`, typed);
    assert.equal(refused.status, 422);
    assert.match(refused.text, /2 seats are taken already\./);
    assert.match(refused.text, /typed words/);
    await change(series, { seats: '' });
    assert.match((await coordinator.get(`${first.page}/rsvps`)).text, /3 people come, nobody waits/);
  });

  it('keeps a meeting somebody is answering at that very moment', async () => {
    const series = await plan();
    const [first] = series.made;
    const answering = await app.pool.connect();
    await answering.query('begin');
    await answering.query('select from meetings.occurrence where id = $1 for update', [first.id]);
    const change = coordinator.submit(`${series.path}/edit`, { ...plain, kindId, firstOn: '2026-03-25' });
    await setTimeout(200); // until it has come to the meeting, and waits
    await answering.query(
      `insert into meetings.rsvp (id, occurrence_id, person_id, answer, seats, answered_at)
       values ($1, $2, $1, 'tentative', 1, now())`,
      [app.runtime.newId(), first.id],
    );
    await answering.query('commit');
    answering.release();
    assert.equal((await change).status, 303);
    assert.equal((await rowsOf(series))[0]?.id, first.id);
  });

  it('loses no answer that comes in at the same moment, on another process', async () => {
    const series = await plan();
    const members = await Promise.all(Array.from({ length: 20 }, () => app.build.member()));
    const [changed, ...answers] = await Promise.all([
      coordinator.submit(`${series.path}/edit`, { ...plain, kindId, firstOn: '2026-03-25' }),
      ...members.map((member, place) =>
        member.onTwin().submit(`${series.made[place % 5]?.page}/rsvp`, { answer: 'accepted' }),
      ),
    ]);
    assert.equal(changed.status, 303);
    // Who answered a meeting that was gone already is told so; all others are kept.
    const kept = answers.filter(({ status }) => status === 303).length;
    assert.equal(answers.filter(({ status }) => status === 404).length, 20 - kept);
    const ids = (await rowsOf(series)).map(({ id }) => id);
    const rows = await app.db
      .selectFrom('meetings.rsvp')
      .select('id')
      .where('occurrence_id', 'in', ids)
      .execute();
    assert.equal(rows.length, kept);
  });
});

describe('ending a series', () => {
  it('takes away what nobody answered, keeps the rest, and can be undone', async () => {
    const series = await plan();
    const member = await app.build.member();
    await member.submit(`${series.made[2].page}/rsvp`, { answer: 'accepted' });
    const byHand = { day: '2026-05-05', startsAtTime: '09:00', endsAtTime: '11:00' };
    await coordinator.submit(`${series.path}/occurrences/new`, byHand);

    const ended = await coordinator.follow(`${series.path}/ending`);
    assert.match(ended.text, /The series has ended\. Meetings that nobody had answered are gone\./);
    assert.deepEqual(
      (await rowsOf(series)).map(({ day }) => day),
      [null, days[2]],
    );
    await runMaking();
    assert.equal((await rowsOf(series)).length, 2);

    const restarted = await coordinator.follow(`${series.path}/restarting`);
    assert.match(restarted.text, /The series goes on\./);
    assert.deepEqual(
      (await rowsOf(series)).map(({ day }) => day),
      [days[0], null, ...days.slice(1)],
    );
  });
});

describe('making meetings ahead, every night', () => {
  it('makes only what is missing, and the same run twice changes nothing', async () => {
    const series = await plan();
    await app.db.deleteFrom('meetings.occurrence').where('id', '=', series.made[3].id).execute();
    await runMaking();
    const once = await rowsOf(series);
    assert.deepEqual(
      once.map(({ day }) => day),
      days,
    );
    assert.deepEqual(
      once.filter((_, place) => place !== 3).map(({ id }) => id),
      series.made.filter((_, place) => place !== 3).map(({ id }) => id),
    );
    await runMaking();
    assert.deepEqual(await rowsOf(series), once);
  });

  it('makes nothing twice on two processes at once', async () => {
    const series = await plan({ repeat: 'weeks', every: '1' });
    for (const { id } of series.made.slice(5))
      await app.db.deleteFrom('meetings.occurrence').where('id', '=', id).execute();
    await Promise.all([runMaking(), runMaking('twin'), runMaking(), runMaking('twin')]);
    const made = (await rowsOf(series)).map(({ day }) => day);
    assert.deepEqual([made.length, new Set(made).size], [series.made.length, series.made.length]);
  });

  it('goes on as time does, and leaves what has been', async () => {
    const series = await plan();
    app.clock.now = new Date('2026-06-20T18:00:00Z');
    await runMaking();
    app.clock.now = new Date(now);
    assert.deepEqual(
      (await rowsOf(series)).map(({ day }) => day),
      [...days, '2027-06-11'],
    );
  });

  it('comes every night, on the clock of the jobs', () => {
    assert.deepEqual(makeOccurrencesJob.when, { cron: '0 18 * * *' });
  });
});

const runMaking = (process: 'app' | 'twin' = 'app') =>
  makeOccurrencesJob.run(process === 'app' ? app.runtime : app.twin.runtime, system('test'), {});

type Fields = Readonly<Record<string, string>>;
type Planned = Awaited<ReturnType<typeof plan>>;

async function plan(fields: Fields = {}) {
  const planned = { ...plain, kindId, ...fields };
  const answer = await coordinator.submit('/en/coordinate/series/new', planned);
  assert.equal(answer.status, 303, answer.text);
  const path = answer.location ?? '';
  const made = (await rowsOf({ path })).map(({ id }) => ({ id, page: `/en/occurrences/${id}` }));
  const [first, second, third, fourth, ...more] = made;
  assert.ok(first && second && third && fourth);
  return { path, fields, made: [first, second, third, fourth, ...more] as const };
}

async function change({ path, fields }: Planned, changed: Fields): Promise<void> {
  const answer = await coordinator.submit(`${path}/edit`, { ...plain, kindId, ...fields, ...changed });
  assert.equal(answer.status, 303, answer.text);
}

async function rowsOf({ path }: { path: string }) {
  const rows = await app.db
    .selectFrom('meetings.occurrence as occurrence')
    .innerJoin('meetings.series as series', 'series.id', 'occurrence.series_id')
    .select(['occurrence.id', 'recurrence_on as day', 'starts_at', 'ends_at', 'rsvp_closes_at'])
    .where('slug', '=', path.split('/').at(-1) ?? '')
    .orderBy('starts_at')
    .execute();
  return rows.map(({ id, day, starts_at, ends_at, rsvp_closes_at }) => ({
    id,
    day,
    startsAt: starts_at.toISOString(),
    endsAt: ends_at.toISOString(),
    closesAt: rsvp_closes_at.toISOString(),
  }));
}
