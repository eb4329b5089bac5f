import { sql } from 'kysely';
import { type Actor, isCoordinator } from '#src/kernel/actor.ts';
import type { LocalText } from '#src/kernel/local-text.ts';
import { checkAllowed } from '#src/kernel/outcome.ts';
import { type Load, type Runtime, reading, type Work, writing } from '#src/platform/db/handles.ts';
import { today } from '#src/platform/db/today.ts';
import { visibleOccurrences } from '../occurrences/visible.queries.ts';

export type OpenActionItem = {
  readonly id: string;
  readonly text: LocalText;
  readonly dueOn: string;
  readonly closedAt: Date | null;
  readonly ownerName: LocalText;
  /** What the meeting is called, for those who may know of it, and its minutes, for those who may read them. */
  readonly meeting?: LocalText | undefined;
  readonly minutesId?: string | undefined;
};

/** What is still to do for a person: their own, and their organisations'. The most urgent first. */
export async function listOwnActionItems(runtime: Runtime, actor: Actor): Promise<OpenActionItem[]> {
  if (actor.kind !== 'person') return [];
  const organisationIds = actor.seats.map(({ organisationId }) => organisationId);
  const items = await open(runtime)
    .where(
      sql<boolean>`(owner_person_id = ${actor.personId} or owner_organisation_id = any(${organisationIds}))`,
    )
    .limit(50)
    .execute();
  return withMeetings(runtime, actor, items);
}

/** What is overdue anywhere, for coordinators. */
export async function listOverdueActionItems(runtime: Runtime, actor: Actor): Promise<OpenActionItem[]> {
  checkAllowed(isCoordinator(actor));
  const items = await open(runtime).where('due_on', '<', today(runtime)).limit(50).execute();
  return withMeetings(runtime, actor, items);
}

const open = (runtime: Runtime) =>
  reading(runtime)
    .selectFrom('meetings.action_item as item')
    .innerJoin('meetings.minutes as minutes', 'minutes.id', 'item.minutes_id')
    .leftJoin('accounts.named as person', 'person.id', 'item.owner_person_id')
    .leftJoin('organisations.named as organisation', 'organisation.id', 'item.owner_organisation_id')
    .select(['item.id', 'item.text', 'due_on as dueOn', 'closed_at as closedAt'])
    .select('minutes.occurrence_id as occurrenceId')
    .select(sql<LocalText>`coalesce(person.name, organisation.name, '{}')`.as('ownerName'))
    .where('closed_at', 'is', null)
    .where('minutes.published_at', 'is not', null)
    .orderBy('due_on')
    .orderBy('item.id');

type Open = OpenActionItem & { readonly occurrenceId: string };

/** Somebody may have something to do from a meeting they may not see any more. */
async function withMeetings(runtime: Runtime, actor: Actor, items: readonly Open[]) {
  const ids = items.map(({ occurrenceId }) => occurrenceId);
  if (ids.length === 0) return [];
  const known = await visibleOccurrences(runtime, actor)
    .where(sql<boolean>`occurrence.id = any(${ids})`)
    .execute();
  const meetings = new Map(known.map((occurrence) => [occurrence.id, occurrence]));
  return items.map(({ occurrenceId, ...item }): OpenActionItem => {
    const meeting = meetings.get(occurrenceId);
    return { ...item, meeting: meeting?.name, minutesId: meeting?.minutesId ?? undefined };
  });
}

/** An item of published minutes, with who owns it and who hosts its meeting. */
export const lockActionItem = (load: Load, id: string) =>
  reading(load)
    .selectFrom('meetings.action_item as item')
    .innerJoin('meetings.minutes as minutes', 'minutes.id', 'item.minutes_id')
    .innerJoin('meetings.occurrence as occurrence', 'occurrence.id', 'minutes.occurrence_id')
    .innerJoin('meetings.series as series', 'series.id', 'occurrence.series_id')
    .select(['item.id', 'owner_person_id as ownerPersonId', 'owner_organisation_id as ownerOrganisationId'])
    .select('minutes.id as minutesId')
    .select(
      sql<string | null>`coalesce(occurrence.host_organisation_id, series.host_organisation_id)`.as(
        'hostOrganisationId',
      ),
    )
    .where('item.id', '=', id)
    .where('minutes.published_at', 'is not', null)
    .forUpdate('item')
    .executeTakeFirst();

export async function saveClosed(work: Work, id: string, isClosed: boolean): Promise<void> {
  const personId = work.actor.kind === 'person' ? work.actor.personId : null;
  await writing(work)
    .updateTable('meetings.action_item')
    .set({ closed_at: isClosed ? work.now : null, closed_by: isClosed ? personId : null })
    .where('id', '=', id)
    .execute();
}
