import type { z } from 'zod';
import { type Actor, system } from './kernel/actor.ts';
import { isoDay } from './kernel/khmer/dates.ts';
import type { LocalText } from './kernel/local-text.ts';
import { found } from './kernel/outcome.ts';
import { networkZone } from './kernel/zone.ts';
import {
  addKind,
  addOccurrence,
  changeSeries,
  findSeries,
  inviteGroup,
  listUpcoming,
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
  saveProjects,
} from './modules/organisations/index.ts';
import { addDays, daysOf } from './platform/calendar/recurrence.ts';
import { through } from './platform/db/door.ts';
import type { Runtime, Work } from './platform/db/handles.ts';
import { operation } from './platform/db/operation.ts';
import { today } from './platform/db/today.ts';
import { readProjectText } from './platform/project.ts';
import { demoMeetingsFile, networkFile, organisationsFile, seriesFile } from './seed-files.ts';

const planter: Actor = system('seeds');

/** The first time this installation starts: the facts of the network, all or none; in a demonstration, inventions too. */
export async function plantSeeds(runtime: Runtime, { demo }: { demo: boolean }): Promise<void> {
  if (await findNetwork(runtime)) return;
  await plant(through('command', runtime), planter, { demo });
}

/** One transaction: a start that is cut off leaves nothing, and the next one begins anew. Of two at once, one plants. */
const plant = operation({
  name: 'platform.plantSeeds',
  load: async (load, _input: { demo: boolean }) => ({ id: load.newId() }),
  allow: ({ kind }) => kind === 'system',
  async run(work, _subject, { demo }) {
    if (!(await plantNetwork(work))) return;
    await plantOrganisations(work, read('ict4d-cambodia/organisations.json', organisationsFile));
    await plantSeries(work);
    if (demo) await plantDemonstration(work);
  },
});

/** False when another process plants, or has planted. */
async function plantNetwork(work: Work): Promise<boolean> {
  const { story, aims, activities, figures, supporters } = read('ict4d-cambodia/network.json', networkFile);
  if (!(await foundNetwork(work, planter, story))) return false;
  await saveAims(work, planter, aims);
  await saveActivities(work, planter, activities);
  await saveFigures(work, planter, figures);
  await saveSupporters(work, planter, supporters);
  return true;
}

/** Gives the ids by English name. */
async function plantOrganisations(work: Work, wanted: z.output<typeof organisationsFile>) {
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

async function plantSeries(work: Work): Promise<void> {
  for (const { kind, ...plan } of read('ict4d-cambodia/meetings.json', seriesFile)) {
    const kindId = await addKind(work, planter, { name: kind });
    await planSeries(work, planter, { ...plan, kindId, rsvpClosesHours: 0 });
  }
}

/** Invented, and plainly so: every organisation says "(demonstration)", and nothing is said of a real one. */
async function plantDemonstration(work: Work): Promise<void> {
  const ids = await plantOrganisations(work, read('demo/organisations.json', organisationsFile));
  const { plans, past, news } = read('demo/meetings.json', demoMeetingsFile);
  const hostOrganisationId = found(ids.get('Lotus Lab (demonstration)'));
  for (const { series, recurrences, earliestInDays, asksPeople, ...plan } of plans) {
    const known = found(await findSeries(work, planter, series));
    const first = soonest(recurrences, addDays(today(work), earliestInDays));
    await changeSeries(work, planter, { ...known, ...plan, ...first, hostOrganisationId });
    if (asksPeople) await askPeople(work, known.id, [...ids.values()]);
  }
  for (const meeting of past) await plantPast(work, ids, { ...meeting, hostOrganisationId });
  for (const item of news) await writeNews(work, planter, { ...item, isPublished: true });
}

/** The rule that gives a day soonest, and that day: in any month, because the first one starts counting the interval. */
function soonest(recurrences: readonly string[], from: string) {
  const firsts = recurrences.flatMap((recurrence) =>
    daysOf(recurrence.replace(/;INTERVAL=\d+/, ''), from, { from, until: addDays(from, 40) })
      .slice(0, 1)
      .map((firstOn) => ({ recurrence, firstOn })),
  );
  return found(firsts.toSorted((one, other) => (one.firstOn < other.firstOn ? -1 : 1))[0]);
}

/** So that the outbox has something to look at, and somebody to answer as. */
async function askPeople(work: Work, seriesId: string, organisationIds: readonly string[]): Promise<void> {
  const { occurrences } = await listUpcoming(work, planter, { limit: 1, seriesId });
  const { id: occurrenceId } = found(occurrences[0]);
  await inviteGroup(work, planter, { occurrenceId, organisationIds, members: false, partners: false });
}

type Past = z.output<typeof demoMeetingsFile>['past'][number] & { readonly hostOrganisationId: string };

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
