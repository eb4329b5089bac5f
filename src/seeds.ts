import { z } from 'zod';
import { type Actor, system } from './kernel/actor.ts';
import { audiences, standings } from './kernel/audience.ts';
import { isoDay } from './kernel/khmer/dates.ts';
import { provinceCodes } from './kernel/khmer/provinces.ts';
import { type LocalText, languages } from './kernel/local-text.ts';
import { found } from './kernel/outcome.ts';
import { networkZone } from './kernel/zone.ts';
import {
  addKind,
  addOccurrence,
  changeSeries,
  findSeries,
  planSeries,
  writeMinutes,
} from './modules/meetings/index.ts';
import { readReach } from './modules/messaging/index.ts';
import {
  findNetwork,
  foundNetwork,
  passHostOn,
  saveActivities,
  saveAims,
  saveFigures,
  saveSupporters,
  writeNews,
} from './modules/network/index.ts';
import {
  addOrganisation,
  addPosition,
  beginMembership,
  expertises,
  organisationKinds,
  saveProjects,
  sectors,
  workingLanguages,
} from './modules/organisations/index.ts';
import { addDays } from './platform/calendar/recurrence.ts';
import { through } from './platform/db/door.ts';
import type { Runtime, Work } from './platform/db/handles.ts';
import { operation } from './platform/db/operation.ts';
import { today } from './platform/db/today.ts';
import { readProjectText } from './platform/project.ts';

const planter: Actor = system('seeds');

/** The first time this installation starts: the facts of the network, all or none; in a demonstration, inventions too. */
export async function plantSeeds(runtime: Runtime, { demo }: { demo: boolean }): Promise<void> {
  if (await findNetwork(runtime)) return;
  await plant(through('command', runtime), planter, { demo });
}

/** One transaction: a start that is cut off leaves nothing, and the next one begins anew. */
const plant = operation({
  name: 'platform.plantSeeds',
  load: async (load, _input: { demo: boolean }) => ({ id: load.newId() }),
  allow: ({ kind }) => kind === 'system',
  async run(work, _subject, { demo }) {
    await plantNetwork(work);
    await plantOrganisations(work, read('ict4d-cambodia/organisations.json', z.array(organisation)));
    await plantSeries(work);
    if (demo) await plantDemonstration(work);
  },
});

const localText = z.object({ km: z.string().optional(), en: z.string().optional() });

const networkFile = z.object({
  story: z.object({
    name: localText,
    tagline: localText,
    lead: localText,
    story: localText,
    website: z.url(),
    street: localText,
  }),
  aims: z.array(z.object({ text: localText })),
  activities: z.array(z.object({ name: localText, text: localText })),
  figures: z.array(z.object({ value: localText, label: localText, source: localText, isMain: z.boolean() })),
  supporters: z.array(z.object({ name: localText, text: localText, sinceYear: z.int() })),
});

async function plantNetwork(work: Work): Promise<void> {
  const { story, aims, activities, figures, supporters } = read('ict4d-cambodia/network.json', networkFile);
  await foundNetwork(work, planter, story);
  await saveAims(work, planter, aims);
  await saveActivities(work, planter, activities);
  await saveFigures(work, planter, figures);
  await saveSupporters(work, planter, supporters);
}

const person = z.object({
  name: localText,
  title: localText,
  reach: z.string(),
  language: z.enum(languages),
  isPublic: z.boolean(),
});

const organisation = z.object({
  name: localText,
  abbreviation: z.string().optional(),
  kind: z.enum(organisationKinds),
  about: localText.optional(),
  website: z.url().optional(),
  street: localText.optional(),
  province: z.enum(provinceCodes).optional(),
  languages: z.array(z.enum(workingLanguages)).default([]),
  sectors: z.array(z.enum(sectors)).default([]),
  expertise: z.array(z.enum(expertises)).default([]),
  standing: z.object({ standing: z.enum(standings), since: z.iso.date() }).optional(),
  isFirstHost: z.boolean().default(false),
  projects: z
    .array(z.object({ name: localText, summary: localText.optional(), sinceYear: z.int().optional() }))
    .default([]),
  people: z.array(person).default([]),
});

/** Gives the ids by English name. */
async function plantOrganisations(work: Work, wanted: readonly z.output<typeof organisation>[]) {
  const ids = new Map<string, string>();
  for (const { standing, isFirstHost, projects, people, ...description } of wanted) {
    const { id } = await addOrganisation(work, planter, description);
    ids.set(description.name.en ?? '', id);
    if (standing) await beginMembership(work, planter, { organisationId: id, ...standing });
    if (isFirstHost && standing)
      await passHostOn(work, planter, { organisationId: id, since: standing.since });
    if (projects.length > 0) await saveProjects(work, planter, { organisationId: id, projects });
    for (const { reach, ...details } of people)
      await addPosition(work, planter, { organisationId: id, ...details, reach: readReach(reach) });
  }
  return ids;
}

const seriesFile = z.array(
  z.object({
    kind: localText,
    name: localText,
    about: localText,
    visibleTo: z.enum(audiences),
    openTo: z.enum(audiences),
    isAnnounced: z.boolean(),
    minutesLong: z.int(),
  }),
);

async function plantSeries(work: Work): Promise<void> {
  for (const { kind, ...plan } of read('ict4d-cambodia/meetings.json', seriesFile)) {
    const kindId = await addKind(work, planter, { name: kind });
    await planSeries(work, planter, { ...plan, kindId, rsvpClosesHours: 0 });
  }
}

const time = z.string().regex(/^\d{2}:\d{2}$/);

const demoMeetings = z.object({
  plans: z.array(
    z.object({
      series: z.string(),
      recurrence: z.string(),
      firstInDays: z.int(),
      startsAtTime: time,
      seats: z.int().optional(),
      place: localText.optional(),
      callLink: z.url().optional(),
    }),
  ),
  past: z.array(
    z.object({
      series: z.string(),
      daysAgo: z.int(),
      startsAtTime: time,
      endsAtTime: time,
      attended: z.int(),
      body: localText,
      decisions: z.array(localText),
      actionItems: z.array(z.object({ text: localText, owner: z.string(), dueInDays: z.int() })),
    }),
  ),
  news: z.array(z.object({ title: localText, body: localText })),
});

/** Invented, and plainly so: every organisation says "(demonstration)", and nothing is said of a real one. */
async function plantDemonstration(work: Work): Promise<void> {
  const ids = await plantOrganisations(work, read('demo/organisations.json', z.array(organisation)));
  const { plans, past, news } = read('demo/meetings.json', demoMeetings);
  const hostOrganisationId = found(ids.get('Lotus Lab (demonstration)'));
  for (const { series, firstInDays, ...plan } of plans) {
    const known = found(await findSeries(work, planter, series));
    const firstOn = addDays(today(work), firstInDays);
    await changeSeries(work, planter, { ...known, ...plan, firstOn, hostOrganisationId });
  }
  for (const meeting of past) await plantPast(work, ids, { ...meeting, hostOrganisationId });
  for (const item of news) await writeNews(work, planter, { ...item, isPublished: true });
}

type Past = z.output<typeof demoMeetings>['past'][number] & { readonly hostOrganisationId: string };

async function plantPast(work: Work, ids: ReadonlyMap<string, string>, meeting: Past): Promise<void> {
  const { series, daysAgo, body, attended, decisions, actionItems, ...times } = meeting;
  const { id } = found(await findSeries(work, planter, series));
  const day = addDays(isoDay(work.now, networkZone), -daysAgo);
  const planned = { ...times, day, rsvpClosesHours: 0, tellPeople: false };
  const occurrenceId = await addOccurrence(work, planter, { ...planned, seriesId: id });
  await writeMinutes(work, planter, {
    occurrenceId,
    revision: 0,
    body,
    attended,
    decisions: decisions.map((text: LocalText) => ({ text })),
    actionItems: actionItems.map(({ text, owner, dueInDays }) => ({
      text,
      owner: { organisationId: found(ids.get(owner)) },
      dueOn: addDays(today(work), dueInDays),
    })),
    publish: 'yes',
  });
}

const read = <Schema extends z.ZodType>(file: string, schema: Schema): z.output<Schema> =>
  schema.parse(JSON.parse(readProjectText('seeds', file)));
