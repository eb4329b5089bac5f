import { sql } from 'kysely';
import { type Actor, isCoordinator } from '#src/kernel/actor.ts';
import type { LocalText } from '#src/kernel/local-text.ts';
import { checkAllowed } from '#src/kernel/outcome.ts';
import { type Load, type Runtime, reading, type Work, writing } from '#src/platform/db/handles.ts';
import { today } from '#src/platform/db/today.ts';

export type OpenActionItem = {
  readonly id: string;
  readonly text: LocalText;
  readonly dueOn: string;
  readonly closedAt: Date | null;
  readonly minutesId: string;
  readonly meeting: LocalText;
  readonly ownerName: LocalText;
};

/** What is still to do for a person: their own, and their organisations'. The most urgent first. */
export async function listOwnActionItems(runtime: Runtime, actor: Actor): Promise<OpenActionItem[]> {
  if (actor.kind !== 'person') return [];
  const organisationIds = actor.seats.map(({ organisationId }) => organisationId);
  return open(runtime)
    .where(
      sql<boolean>`(owner_person_id = ${actor.personId} or owner_organisation_id = any(${organisationIds}))`,
    )
    .orderBy('due_on')
    .limit(50)
    .execute();
}

/** What is overdue anywhere, for coordinators. */
export async function listOverdueActionItems(runtime: Runtime, actor: Actor): Promise<OpenActionItem[]> {
  checkAllowed(isCoordinator(actor));
  return open(runtime).where('due_on', '<', today(runtime)).orderBy('due_on').limit(50).execute();
}

const open = (runtime: Runtime) =>
  reading(runtime)
    .selectFrom('meetings.action_item as item')
    .innerJoin('meetings.minutes as minutes', 'minutes.id', 'item.minutes_id')
    .innerJoin('meetings.occurrence as occurrence', 'occurrence.id', 'minutes.occurrence_id')
    .innerJoin('meetings.series as series', 'series.id', 'occurrence.series_id')
    .leftJoin('accounts.named as person', 'person.id', 'item.owner_person_id')
    .leftJoin('organisations.named as organisation', 'organisation.id', 'item.owner_organisation_id')
    .select(['item.id', 'item.text', 'due_on as dueOn', 'closed_at as closedAt', 'minutes.id as minutesId'])
    .select(sql<LocalText>`coalesce(occurrence.name, series.name)`.as('meeting'))
    .select(sql<LocalText>`coalesce(person.name, organisation.name, '{}')`.as('ownerName'))
    .where('closed_at', 'is', null)
    .where('minutes.published_at', 'is not', null);

/** An item of published minutes, with who owns it and who hosts its meeting. */
export const lockActionItem = (load: Load, id: string) =>
  reading(load)
    .selectFrom('meetings.action_item as item')
    .innerJoin('meetings.minutes as minutes', 'minutes.id', 'item.minutes_id')
    .innerJoin('meetings.occurrence as occurrence', 'occurrence.id', 'minutes.occurrence_id')
    .innerJoin('meetings.series as series', 'series.id', 'occurrence.series_id')
    .select(['item.id', 'owner_person_id as ownerPersonId', 'owner_organisation_id as ownerOrganisationId'])
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
