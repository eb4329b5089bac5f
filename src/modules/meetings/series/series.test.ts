import assert from 'node:assert/strict';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { startTestApp, type TestApp } from '#tests/support/app.ts';
import type { Browser } from '#tests/support/browser.ts';

let app: TestApp;
let coordinator: Browser;
let kindId: string;
beforeAll(async () => {
  // A Sunday, nine in the morning in Phnom Penh.
  app = await startTestApp({ now: '2026-03-01T02:00:00Z' });
  coordinator = await app.build.coordinator();
  kindId = await app.build.kind();
});
afterAll(() => app.close());

const path = '/en/coordinate/series/new';
const plain = {
  'name.en': 'Open meeting',
  visibleTo: 'public',
  openTo: 'public',
  repeat: 'weeks',
  every: '1',
  firstOn: '2026-03-04',
  startsAtTime: '09:00',
  minutesLong: '150',
};

describe('planning a series', () => {
  const rules = [
    {
      repeat: 'weeks',
      firstOn: '2026-03-04',
      until: '2026-03-20',
      gives: ['2026-03-04', '2026-03-11', '2026-03-18'],
    },
    {
      repeat: 'weeks',
      every: '12',
      firstOn: '2026-03-04',
      gives: ['2026-03-04', '2026-05-27', '2026-08-19', '2026-11-11', '2027-02-03'],
    },
    {
      repeat: 'months-by-date',
      every: '2',
      firstOn: '2026-04-30',
      gives: ['2026-04-30', '2026-06-30', '2026-08-30', '2026-10-30', '2026-12-30', '2027-02-28'],
    },
    {
      repeat: 'months-by-weekday',
      every: '3',
      firstOn: '2026-03-11',
      gives: ['2026-03-11', '2026-06-10', '2026-09-09', '2026-12-09', '2027-03-10'],
    },
    {
      repeat: 'months-by-weekday',
      every: '6',
      firstOn: '2026-03-30',
      gives: ['2026-03-30', '2026-09-28', '2027-03-29'],
    },
    { repeat: 'years', firstOn: '2026-03-29', gives: ['2026-03-29', '2027-03-29'] },
    { repeat: 'never', firstOn: '2026-03-29', gives: [] },
    // A rule that began long ago keeps its rhythm, and makes nothing that has been.
    {
      repeat: 'weeks',
      every: '4',
      firstOn: '2025-02-05',
      until: '2026-05-01',
      gives: ['2026-03-04', '2026-04-01', '2026-04-29'],
    },
  ];
  for (const { gives, ...rule } of rules)
    it(`makes what "${rule.repeat}, every ${rule.every ?? 1}, from ${rule.firstOn}" gives`, async () => {
      const slug = await plan({ every: '1', ...rule });
      assert.deepEqual(
        (await occurrencesOf(slug)).map(({ day }) => day),
        gives,
      );
    });

  it('makes the meetings of 400 days, at the time it is in Phnom Penh', async () => {
    const made = await occurrencesOf(await plan({ rsvpClosesHours: '24' }));
    assert.equal(made.length, 57);
    assert.deepEqual([made[0]?.day, made.at(-1)?.day], ['2026-03-04', '2027-03-31']);
    for (const { day, startsAt, endsAt, closesAt } of made) {
      assert.equal(startsAt, `${day}T02:00:00.000Z`);
      assert.equal(endsAt, `${day}T04:30:00.000Z`);
      assert.equal(new Date(startsAt).getTime() - new Date(closesAt).getTime(), 24 * 3_600_000);
    }
  });

  it('makes today’s meeting only while it is still to come', async () => {
    const late = await occurrencesOf(await plan({ firstOn: '2026-03-01', startsAtTime: '09:01' }));
    const early = await occurrencesOf(await plan({ firstOn: '2026-03-01', startsAtTime: '08:59' }));
    assert.deepEqual([late[0]?.day, early[0]?.day], ['2026-03-01', '2026-03-08']);
  });

  it('says on its page what was planned, in both languages, and lists what comes', async () => {
    const slug = await plan({
      'name.km': 'ការប្រជុំបើកទូលាយ',
      'about.en': 'With **bold** words and <script>alert(1)</script>.',
      repeat: 'months-by-weekday',
      every: '៣',
      seats: '៣០',
      'place.en': 'The library',
      callLink: 'call.example.org/open',
    });
    const english = await coordinator.get(`/en/series/${slug}`);
    assert.match(english.text, /Every 3 months, on the first Wednesday/);
    assert.match(english.text, /The library/);
    assert.match(english.text, /With <strong>bold<\/strong> words/);
    assert.doesNotMatch(english.text, /<script>alert/);
    assert.match(english.text, /4 March 2026/);
    const khmer = await coordinator.get(`/km/series/${slug}`);
    assert.match(khmer.text, /រាល់ ៣ ខែម្ដង នៅថ្ងៃពុធទីមួយ/);
    assert.match(khmer.text, /<span lang="en">The library<\/span>/);
    const edit = await coordinator.get(`/en/series/${slug}/edit`);
    assert.match(edit.text, /name="seats"[^>]*value="30"/);
    assert.match(edit.text, /value="https:\/\/call\.example\.org\/open"/);
    assert.match(edit.text, /value="months-by-weekday" checked/);
    assert.match(edit.text, /name="every"[^>]*value="3"/);
  });

  it('gives a second series of the same name an address of its own', async () => {
    const first = await plan({ 'name.en': 'Twice the same' });
    const second = await plan({ 'name.en': 'Twice the same' });
    assert.equal(first, 'twice-the-same');
    assert.match(second, /^twice-the-same-[0-9a-f]{6}$/);
  });

  const refused = [
    [{ openTo: 'public', visibleTo: 'members' }, /Whoever may come has to be able to see it\./],
    [{ openTo: 'members', visibleTo: 'partners' }, /Whoever may come has to be able to see it\./],
    [{ firstOn: '' }, /id="firstOn-error"[^>]*>What repeats needs its first day and the time it begins\./],
    [{ startsAtTime: '' }, /id="startsAtTime-error"[^>]*>What repeats needs its first day/],
    [{ until: '2026-03-03' }, /id="until-error"[^>]*>The last day cannot be before the first day\./],
    [{ dialIn: '12' }, /id="dialIn-error"[^>]*>Write the phone number that people call/],
    [{ kindId: '019ca71f-b900-7000-8000-000000000000' }, /Choose the kind of meeting\./],
    [{ firstOn: '2026-02-30' }, /Write the day, as 2026-11-22\./],
    [{ every: '13' }, /Write a number from 1 to 12\./],
    [{ seats: '0' }, /Write a number of seats, such as 30\./],
    [{ minutesLong: 'two hours' }, /Write a number of minutes, from 5 to 14400\./],
    [{ startsAtTime: '25:00' }, /Write the time, as 09:00\./],
    [{ kindId: '' }, /Choose the kind of meeting\./],
    [{ visibleTo: 'nobody' }, /Choose who may see it\./],
    [{ callLink: 'javascript:alert(1)' }, /id="callLink-error"/],
    [{ 'name.en': ' ' }, /Write the name, in Khmer or in English\./],
  ] as const;
  for (const [wrong, sentence] of refused)
    it(`is refused with ${JSON.stringify(wrong)}, and keeps what was typed`, async () => {
      const typed = { ...plain, kindId, 'about.km': 'អ្វីដែលបានសរសេរ', ...wrong };
      const answer = await coordinator.submit(path, typed);
      assert.equal(answer.status, 422);
      assert.match(answer.text, sentence);
      assert.match(answer.text, /អ្វីដែលបានសរសេរ/);
      assert.match(answer.text, /name="minutesLong"/);
    });

  it('says when its rule gives no meeting in the year ahead, and what to do when nothing repeats', async () => {
    const [past, single] = [
      { firstOn: '2025-01-08', until: '2025-12-31' },
      { repeat: 'never', firstOn: '' },
    ];
    const planned = await coordinator.follow(path, { ...plain, kindId, ...past });
    assert.match(planned.text, /The series is planned, but it gives no meeting in the year ahead\./);
    assert.match(
      (await coordinator.follow(path, { ...plain, kindId, ...single })).text,
      /Add its meetings now, one by one\./,
    );
    assert.match((await coordinator.follow(path, { ...plain, kindId })).text, /Its meetings stand below\./);
    const slug = await plan();
    const edit = `/en/series/${slug}/edit`;
    const changed = await coordinator.follow(edit, { ...plain, kindId, ...past });
    assert.match(changed.text, /The series is changed\. It gives no meeting in the year ahead/);
  });

  it('takes a number to dial with its PIN', async () => {
    const dialIn = '012 000 111, PIN 4455#';
    const slug = await plan({ dialIn });
    assert.match((await coordinator.get(`/en/series/${slug}/edit`)).text, /value="012 000 111, PIN 4455#"/);
  });

  it('has no host that is not there', async () => {
    const hostOrganisationId = app.runtime.newId();
    const forged = await coordinator.submit(path, {
      ...plain,
      kindId,
      hostOrganisationId,
      'name.en': 'Forged',
    });
    assert.equal(forged.status, 404);
    assert.doesNotMatch((await coordinator.get('/en/meetings')).text, /Forged/);
    const slug = await plan();
    const one = `/en/series/${slug}/occurrences/new`;
    const times = { day: '2026-03-15', startsAtTime: '09:00', endsAtTime: '10:00', hostOrganisationId };
    assert.equal((await coordinator.submit(one, times)).status, 404);
    assert.equal(
      (await coordinator.submit(`/en/series/${slug}/edit`, { ...plain, kindId, hostOrganisationId })).status,
      404,
    );
  });

  it('ends after one more question, and begins again', async () => {
    const slug = await plan();
    const page = await coordinator.get(`/en/series/${slug}`);
    assert.match(page.text, new RegExp(`<a class="button button-danger" href="/en/series/${slug}/ending"`));
    const question = await coordinator.get(`/en/series/${slug}/ending`);
    assert.match(question.text, /No more meetings of this series\?/);
    assert.match(question.text, new RegExp(`action="/en/series/${slug}/ending"`));
    assert.equal((await occurrencesOf(slug)).length, 57);
    assert.match((await coordinator.follow(`/en/series/${slug}/ending`)).text, /This series has ended\./);
    assert.equal((await occurrencesOf(slug)).length, 0);
    await coordinator.submit(`/en/series/${slug}/restarting`);
    assert.equal((await occurrencesOf(slug)).length, 57);
  });

  it('is for coordinators only', async () => {
    const slug = await plan();
    const paths = [path, `/en/series/${slug}/edit`];
    for (const visitor of [await app.build.member('founding'), await app.build.person()]) {
      for (const one of paths) {
        assert.equal((await visitor.get(one)).status, 403);
        assert.equal((await visitor.submit(one, { ...plain, kindId })).status, 403);
      }
      assert.equal((await visitor.get(`/en/series/${slug}/ending`)).status, 403);
      assert.equal((await visitor.submit(`/en/series/${slug}/ending`)).status, 403);
    }
    for (const one of paths) {
      assert.equal((await app.browser().get(one)).status, 303);
      assert.equal((await app.browser().submit(one, { ...plain, kindId })).status, 403);
    }
    assert.equal((await occurrencesOf(slug)).length, 57);
  });
});

/** Plans a series by the form, and gives its name in addresses. */
async function plan(fields: Readonly<Record<string, string>> = {}): Promise<string> {
  const answer = await coordinator.submit(path, { ...plain, kindId, ...fields });
  assert.equal(answer.status, 303, answer.text);
  return answer.location?.split('/').at(-1) ?? '';
}

async function occurrencesOf(slug: string) {
  const rows = await app.db
    .selectFrom('meetings.occurrence as occurrence')
    .innerJoin('meetings.series as series', 'series.id', 'occurrence.series_id')
    .select(['recurrence_on as day', 'starts_at', 'ends_at', 'rsvp_closes_at'])
    .where('slug', '=', slug)
    .orderBy('starts_at')
    .execute();
  return rows.map(({ day, starts_at, ends_at, rsvp_closes_at }) => ({
    day,
    startsAt: starts_at.toISOString(),
    endsAt: ends_at.toISOString(),
    closesAt: rsvp_closes_at.toISOString(),
  }));
}
