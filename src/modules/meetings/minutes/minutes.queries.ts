import { sql } from 'kysely';
import type { Actor } from '#src/kernel/actor.ts';
import type { LocalText } from '#src/kernel/local-text.ts';
import { mayKnowPeople } from '#src/modules/organisations/index.ts';
import { type Load, type Runtime, reading, type Work, writing } from '#src/platform/db/handles.ts';
import { htmlOfBoth } from '#src/platform/markdown/markdown.ts';
import { mayWriteMinutes } from '../access.ts';
import { isShown, organisationOf } from '../known.queries.ts';
import { findOccurrence } from '../occurrences/occurrence.queries.ts';
import type { Occurrence } from '../occurrences/occurrence.ts';
import type { ActionItem, Decision, Minutes, Owner } from './minutes.ts';

export type MinutesOfMeeting = { readonly minutes: Minutes; readonly occurrence: Occurrence };

/** Published minutes of a meeting the actor may see; for those who write them, drafts too. */
export async function findMinutes(
  handle: Runtime | Load,
  actor: Actor,
  id: string,
): Promise<MinutesOfMeeting | undefined> {
  const minutes = await findRow(handle, actor, { column: 'id', value: id });
  if (!minutes) return undefined;
  const occurrence = await findOccurrence(handle, actor, minutes.occurrenceId);
  if (!occurrence?.isVisible) return undefined;
  if (!minutes.publishedAt && !mayWriteMinutes(actor, occurrence)) return undefined;
  return { minutes, occurrence };
}

/** Those of one meeting, for whoever writes them: the meeting is loaded, and its permission asked, before. */
export const findMinutesOf = (
  handle: Runtime | Load,
  actor: Actor,
  occurrenceId: string,
): Promise<Minutes | undefined> => findRow(handle, actor, { column: 'occurrence_id', value: occurrenceId });

type Key = { readonly column: 'id' | 'occurrence_id'; readonly value: string };

async function findRow(
  handle: Runtime | Load,
  actor: Actor,
  { column, value }: Key,
): Promise<Minutes | undefined> {
  const row = await reading(handle)
    .selectFrom('meetings.minutes')
    .select(['id', 'occurrence_id as occurrenceId', 'body', 'body_html as bodyHtml', 'attended'])
    .select(['published_at as publishedAt', 'revision'])
    .where(column, '=', value)
    .executeTakeFirst();
  return (
    row && {
      ...row,
      decisions: await listDecisions(handle, row.id),
      actionItems: await listActionItems(handle, actor, row.id),
    }
  );
}

const listDecisions = (handle: Runtime | Load, minutesId: string): Promise<Decision[]> =>
  reading(handle)
    .selectFrom('meetings.decision')
    .select(['id', 'text'])
    .where('minutes_id', '=', minutesId)
    .orderBy('rank')
    .limit(200)
    .execute();

const listActionItems = (handle: Runtime | Load, actor: Actor, minutesId: string): Promise<ActionItem[]> =>
  reading(handle)
    .selectFrom('meetings.action_item as item')
    .leftJoin('accounts.named as person', 'person.id', 'item.owner_person_id')
    .leftJoin('organisations.named as organisation', 'organisation.id', 'item.owner_organisation_id')
    .select(['item.id', 'item.text', 'owner_person_id as ownerPersonId', 'due_on as dueOn'])
    .select(['owner_organisation_id as ownerOrganisationId', 'closed_at as closedAt'])
    .select(ownerNameFor(actor).as('ownerName'))
    .where('minutes_id', '=', minutesId)
    .orderBy('rank')
    .limit(200)
    .execute();

/** Minutes are read by more people than may know a person who is not shown: to those, the organisation takes it on. */
const ownerNameFor = (actor: Actor) => {
  const personId = actor.kind === 'person' ? actor.personId : null;
  return sql<LocalText>`coalesce(
    case
      when ${mayKnowPeople(actor)} or person.id = ${personId}::uuid or ${isShown('person.id')} then person.name
      else ${organisationOf('person.id')}
    end,
    organisation.name,
    '{}')`;
};

type Words = {
  readonly body: LocalText;
  readonly attended: number | undefined;
  readonly publishedAt: Date | null;
};

/** Saves the minutes of a meeting as their next revision. Gives their id. */
export async function saveMinutes(work: Work, occurrenceId: string, { body, attended, publishedAt }: Words) {
  const columns = {
    body,
    body_html: htmlOfBoth(body),
    attended: attended ?? null,
    published_at: publishedAt,
    changed_at: work.now,
  };
  const { id } = await writing(work)
    .insertInto('meetings.minutes')
    .values({ id: work.newId(), occurrence_id: occurrenceId, ...columns })
    .onConflict((conflict) =>
      conflict.column('occurrence_id').doUpdateSet({ ...columns, revision: sql`minutes.revision + 1` }),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** The next revision too: whoever is writing meanwhile is told that something has changed. */
export async function saveTakenBack(work: Work, occurrenceId: string): Promise<void> {
  await writing(work)
    .updateTable('meetings.minutes')
    .set({ published_at: null, changed_at: work.now, revision: sql`revision + 1` })
    .where('occurrence_id', '=', occurrenceId)
    .where('published_at', 'is not', null)
    .execute();
}

export async function replaceDecisions(
  work: Work,
  minutesId: string,
  texts: readonly LocalText[],
): Promise<void> {
  await writing(work).deleteFrom('meetings.decision').where('minutes_id', '=', minutesId).execute();
  const rows = texts.map((text, rank) => ({ id: work.newId(), minutes_id: minutesId, rank, text }));
  if (rows.length > 0) await writing(work).insertInto('meetings.decision').values(rows).execute();
}

export type SavedItem = {
  readonly id?: string | undefined;
  readonly text: LocalText;
  readonly owner: Owner;
  readonly dueOn: string;
};

/** An item that was there stays the same item, closed or open; one left out is gone. */
export async function saveActionItems(
  work: Work,
  minutesId: string,
  items: readonly SavedItem[],
): Promise<void> {
  const known = new Set((await listActionItems(work, work.actor, minutesId)).map(({ id }) => id));
  const kept = items.flatMap(({ id }) => (id && known.has(id) ? [id] : []));
  await writing(work)
    .deleteFrom('meetings.action_item')
    .where('minutes_id', '=', minutesId)
    .where(sql<boolean>`not id = any(${kept})`)
    .execute();
  for (const [rank, { id, text, owner, dueOn }] of items.entries()) {
    const columns = {
      rank,
      text,
      owner_person_id: 'personId' in owner ? owner.personId : null,
      owner_organisation_id: 'organisationId' in owner ? owner.organisationId : null,
      due_on: dueOn,
    };
    await writing(work)
      .insertInto('meetings.action_item')
      .values({ id: id && known.has(id) ? id : work.newId(), minutes_id: minutesId, ...columns })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
      .execute();
  }
}

export type PublishedMinutes = {
  readonly id: string;
  readonly name: LocalText;
  readonly startsAt: Date;
  readonly zone: string;
};

/** Meetings that have passed without published minutes, for whoever looks after them. */
export const listWithoutMinutes = (runtime: Runtime): Promise<PublishedMinutes[]> =>
  reading(runtime)
    .selectFrom('meetings.occurrence as occurrence')
    .innerJoin('meetings.series as series', 'series.id', 'occurrence.series_id')
    .select(['occurrence.id', 'starts_at as startsAt', 'zone'])
    .select(sql<LocalText>`coalesce(occurrence.name, series.name)`.as('name'))
    .where('ends_at', '<', runtime.now())
    .where('ends_at', '>', new Date(runtime.now().getTime() - 120 * 86_400_000))
    .where('cancelled_at', 'is', null)
    .where(
      sql<boolean>`not exists (
        select from meetings.minutes
        where minutes.occurrence_id = occurrence.id and minutes.published_at is not null)`,
    )
    .orderBy('starts_at', 'desc')
    .limit(10)
    .execute();
