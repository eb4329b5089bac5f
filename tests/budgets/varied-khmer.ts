import { system } from '#src/kernel/actor.ts';
import { provinceCodes } from '#src/kernel/khmer/provinces.ts';
import type { LocalText } from '#src/kernel/local-text.ts';
import { addKind, addOccurrence, planSeries, writeMinutes } from '#src/modules/meetings/index.ts';
import {
  foundNetwork,
  saveActivities,
  saveAims,
  saveFigures,
  saveSupporters,
  writeNews,
} from '#src/modules/network/index.ts';
import {
  addOrganisation,
  beginMembership,
  expertises,
  organisationKinds,
  saveProjects,
  sectors,
} from '#src/modules/organisations/index.ts';
import type { TestApp } from '#tests/support/app.ts';

const planter = system('budgets');

// Everyday words, put together differently in every row: repeated text would pack too well to tell anything.
const words = [
  'ការអប់រំ សុខភាព កសិកម្ម បរិស្ថាន ស្ត្រី យុវជន សិទ្ធិ ទឹកស្អាត ដីធ្លី ជលផល ព័ត៌មាន វិទ្យុ ទូរស័ព្ទ អ៊ីនធឺណិត ផែនទី',
  'សហគមន៍ មូលដ្ឋាន ជនបទ ភូមិ ឃុំ ស្រុក កុមារ គ្រួសារ គ្រូបង្រៀន កសិករ អ្នកនេសាទ ជនជាតិដើមភាគតិច ពិការភាព សមាគម',
  'ជួយ បង្រៀន ចែករំលែក ស្រាវជ្រាវ បង្កើត គាំទ្រ ស្ដាប់ ឆ្លើយ រៀបចំ ប្រមូល ផ្សព្វផ្សាយ ថែទាំ លើកទឹកចិត្ត ការពារ ពង្រឹង',
  'កម្មវិធី ឧបករណ៍ សារ សំឡេង ទិន្នន័យ មេរៀន សិក្ខាសាលា បទពិសោធន៍ គម្រោង សេវា តម្លៃទីផ្សារ អាកាសធាតុ សំណួរ ចម្លើយ',
].flatMap((line) => line.split(' '));

/** The same words on every machine, in another order for every place. */
const pick = (place: number, count: number): string =>
  Array.from(
    { length: count },
    (_, step) => words[(place * 17 + step * 31 + step * step) % words.length],
  ).join(' ');

const text = (place: number, count: number): LocalText => ({
  km: `${pick(place, count)} ${place}`,
  en: `Organised group number ${place} of the district`,
});

/** A network as full as its pages show it. Gives the paths of its public pages, in both languages. */
export async function plantVariedKhmer({ runtime }: TestApp, { rows = 30 } = {}): Promise<string[]> {
  const many = (count: number) => Array.from({ length: Math.min(count, rows) }, (_, place) => place);
  await foundNetwork(runtime, planter, {
    name: { km: 'បណ្ដាញ ICT4D កម្ពុជា', en: 'ICT4D Cambodia Network' },
    tagline: text(1, 7),
    lead: text(2, 18),
    story: {
      km: many(8)
        .map((place) => pick(place, 60))
        .join('\n\n'),
      en: 'A long story',
    },
    street: text(3, 8),
  });
  await saveAims(
    runtime,
    planter,
    many(5).map((place) => ({ text: text(place, 9) })),
  );
  await saveActivities(
    runtime,
    planter,
    many(5).map((place) => ({ name: text(place, 4), text: text(place, 20) })),
  );
  await saveFigures(
    runtime,
    planter,
    many(6).map((place) => ({ ...figure(place), isMain: true })),
  );
  await saveSupporters(
    runtime,
    planter,
    many(4).map((place) => ({ name: text(place, 4), text: text(place, 14) })),
  );
  const slug = await plantOrganisations(runtime, many(31));
  const { series, occurrenceId, minutesId } = await plantMeetings(runtime, many(31));
  const newsId = await plantNews(runtime, many(20));
  return [
    '/',
    '/about',
    '/organisations',
    `/organisations/${slug}`,
    '/meetings',
    '/meetings/past',
    `/series/${series}`,
  ]
    .concat([
      `/occurrences/${occurrenceId}`,
      `/occurrences/${occurrenceId}/rsvp`,
      `/minutes/${minutesId}`,
      '/news',
    ])
    .concat([`/news/${newsId}`, '/contact', '/privacy', '/sign-in', '/sign-in/link'])
    .flatMap((path) => [`/km${path}`, `/en${path}`]);
}

const figure = (place: number) => ({
  value: { km: `${place}%` },
  label: text(place, 6),
  source: text(place, 5),
});

async function plantOrganisations(runtime: TestApp['runtime'], places: readonly number[]): Promise<string> {
  let first = '';
  for (const place of places) {
    const { id, slug } = await addOrganisation(runtime, planter, {
      name: text(place, 5),
      kind: organisationKinds[place % organisationKinds.length] ?? 'other',
      about: text(place, 80),
      province: provinceCodes[place % provinceCodes.length],
      languages: ['km', 'en'],
      sectors: sectors.slice(place % 9, (place % 9) + 5),
      expertise: expertises.slice(place % 8, (place % 8) + 6),
    });
    await beginMembership(runtime, planter, { organisationId: id, standing: 'member', since: '2020-01-01' });
    if (first === '') {
      const projects = Array.from({ length: 12 }, (_, line) => ({
        name: text(line, 5),
        summary: text(line, 25),
      }));
      await saveProjects(runtime, planter, { organisationId: id, projects });
    }
    first ||= slug;
  }
  return first;
}

async function plantMeetings(runtime: TestApp['runtime'], places: readonly number[]) {
  const kindId = await addKind(runtime, planter, { name: text(1, 2) });
  const { id: seriesId, slug } = await planSeries(runtime, planter, {
    kindId,
    name: text(4, 5),
    about: text(5, 60),
    visibleTo: 'public',
    openTo: 'public',
    isAnnounced: true,
    minutesLong: 120,
    place: text(6, 7),
    seats: 40,
    rsvpClosesHours: 0,
  });
  const meeting = (place: number, month: string) => ({
    seriesId,
    day: `${month}-${String((place % 28) + 1).padStart(2, '0')}`,
    startsAtTime: '09:00',
    endsAtTime: '11:30',
    name: text(place, 5),
    note: text(place, 30),
    place: text(place + 7, 6),
    rsvpClosesHours: 0,
    tellPeople: false,
  });
  let [occurrenceId, minutesId] = ['', ''];
  for (const place of places) {
    occurrenceId = await addOccurrence(runtime, planter, meeting(place, '2027-03'));
    const past = await addOccurrence(runtime, planter, meeting(place, '2026-03'));
    ({ minutesId } = await writeMinutes(runtime, planter, {
      occurrenceId: past,
      revision: 0,
      body: {
        km: Array.from({ length: 8 }, (_, line) => pick(place + line, 50)).join('\n\n'),
        en: 'Minutes',
      },
      decisions: Array.from({ length: 6 }, (_, line) => ({ text: text(line, 9) })),
      actionItems: [],
      publish: 'yes',
    }));
  }
  return { series: slug, occurrenceId, minutesId };
}

async function plantNews(runtime: TestApp['runtime'], places: readonly number[]): Promise<string> {
  let id = '';
  for (const place of places)
    id = await writeNews(runtime, planter, {
      title: text(place, 9),
      body: text(place, 120),
      isPublished: true,
    });
  return id;
}
