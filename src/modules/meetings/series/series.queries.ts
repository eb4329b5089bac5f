import { sql } from 'kysely';
import { type Actor, audiencesOf } from '#src/kernel/actor.ts';
import type { LocalText } from '#src/kernel/local-text.ts';
import { slugOf } from '#src/kernel/slug.ts';
import { type Load, type Runtime, reading, type Work, writing } from '#src/platform/db/handles.ts';
import { htmlOfBoth } from '#src/platform/markdown/markdown.ts';
import type { Series, SeriesPlan } from './series.ts';

/** Every series the actor may see, or may know of. */
export async function listSeries(handle: Runtime | Load, actor: Actor): Promise<Series[]> {
  const rows = await known(handle, actor).orderBy('kind.rank').orderBy('series.id').limit(200).execute();
  return rows.map(read);
}

export async function findSeries(
  handle: Runtime | Load,
  actor: Actor,
  slug: string,
): Promise<Series | undefined> {
  const row = await known(handle, actor).where('series.slug', '=', slug).executeTakeFirst();
  return row && read(row);
}

/** Whoever changes a series, or makes its occurrences, holds this lock. */
export async function lockSeries(load: Load, id: string): Promise<Series | undefined> {
  const row = await known(load, load.actor)
    .where('series.id', '=', id)
    .forUpdate('series')
    .executeTakeFirst();
  return row && read(row);
}

/** Those whose rule still makes occurrences. */
export const listRepeatingIds = (runtime: Runtime): Promise<{ id: string }[]> =>
  reading(runtime)
    .selectFrom('meetings.series')
    .select('id')
    .where('recurrence', 'is not', null)
    .where('ended_at', 'is', null)
    .limit(1000)
    .execute();

function known(handle: Runtime | Load, actor: Actor) {
  const isVisible = sql<boolean>`series.visible_to = any(${audiencesOf(actor)})`;
  const shown = <Value>(column: string) => sql<Value>`case when ${isVisible} then ${sql.ref(column)} end`;
  return reading(handle)
    .selectFrom('meetings.series as series')
    .innerJoin('meetings.kind as kind', 'kind.id', 'series.kind_id')
    .leftJoin('organisations.named as host', 'host.id', 'series.host_organisation_id')
    .where(sql<boolean>`(${isVisible} or series.is_announced)`)
    .select(['series.id', 'series.slug', 'series.name', 'kind_id as kindId', 'kind.name as kind'])
    .select(['visible_to as visibleTo', 'open_to as openTo', 'recurrence', 'zone'])
    .select(['is_announced as isAnnounced', 'first_on as firstOn', 'starts_at_time as startsAtTime', 'seats'])
    .select(['minutes_long as minutesLong', 'rsvp_closes_hours as rsvpClosesHours'])
    .select([isVisible.as('isVisible'), sql<boolean>`ended_at is not null`.as('hasEnded')])
    .select([
      shown<LocalText | null>('about').as('about'),
      shown<LocalText | null>('about_html').as('aboutHtml'),
      shown<Series['place'] | null>('place').as('place'),
      shown<string | null>('call_link').as('callLink'),
      shown<string | null>('dial_in').as('dialIn'),
      // Where it is hosted is where it is.
      shown<string | null>('host_organisation_id').as('hostOrganisationId'),
      shown<LocalText | null>('host.name').as('hostName'),
      shown<string | null>('host.slug').as('hostSlug'),
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof known>['executeTakeFirstOrThrow']>>;

const read = ({ hostName, hostSlug, ...row }: Row): Series => ({
  ...row,
  about: row.about ?? {},
  aboutHtml: row.aboutHtml ?? {},
  hostOrganisationId: row.hostOrganisationId ?? undefined,
  host: hostName && hostSlug ? { name: hostName, slug: hostSlug } : undefined,
  recurrence: row.recurrence ?? undefined,
  firstOn: row.firstOn ?? undefined,
  startsAtTime: row.startsAtTime?.slice(0, 5),
  place: row.place ?? undefined,
  callLink: row.callLink ?? undefined,
  dialIn: row.dialIn ?? undefined,
  seats: row.seats ?? undefined,
});

/** Gives the new series' name in addresses. */
export async function saveNewSeries(
  work: Work,
  id: string,
  { zone, ...plan }: SeriesPlan & { zone: string },
): Promise<string> {
  const slug = await freeSlug(work, id, plan);
  await writing(work)
    .insertInto('meetings.series')
    .values({ id, slug, zone, created_at: work.now, ...columnsOf(work, plan) })
    .execute();
  return slug;
}

export async function saveSeries(work: Work, id: string, plan: SeriesPlan): Promise<void> {
  await writing(work)
    .updateTable('meetings.series')
    .set(columnsOf(work, plan))
    .where('id', '=', id)
    .execute();
}

export async function saveEnded(work: Work, id: string, hasEnded: boolean): Promise<void> {
  await writing(work)
    .updateTable('meetings.series')
    .set({ ended_at: hasEnded ? work.now : null, changed_at: work.now })
    .where('id', '=', id)
    .execute();
}

const columnsOf = (work: Work, plan: SeriesPlan) => ({
  kind_id: plan.kindId,
  name: plan.name,
  about: plan.about ?? {},
  about_html: htmlOfBoth(plan.about ?? {}),
  visible_to: plan.visibleTo,
  open_to: plan.openTo,
  is_announced: plan.isAnnounced,
  host_organisation_id: plan.hostOrganisationId ?? null,
  recurrence: plan.recurrence ?? null,
  first_on: plan.firstOn ?? null,
  starts_at_time: plan.startsAtTime ?? null,
  minutes_long: plan.minutesLong,
  place: plan.place ?? {},
  call_link: plan.callLink ?? null,
  dial_in: plan.dialIn ?? null,
  seats: plan.seats ?? null,
  rsvp_closes_hours: plan.rsvpClosesHours,
  changed_at: work.now,
});

async function freeSlug(work: Work, id: string, { name }: SeriesPlan): Promise<string> {
  const wanted = slugOf(name.en ?? '') || `series-${id.slice(-6)}`;
  const taken = await reading(work)
    .selectFrom('meetings.series')
    .select('id')
    .where('slug', '=', wanted)
    .executeTakeFirst();
  return taken ? `${wanted}-${id.slice(-6)}` : wanted;
}
