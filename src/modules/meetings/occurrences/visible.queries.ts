import { sql } from 'kysely';
import { type Actor, audiencesOf } from '#src/kernel/actor.ts';
import type { LocalText } from '#src/kernel/local-text.ts';
import { type Load, type Runtime, reading } from '#src/platform/db/handles.ts';

/**
 * Occurrences as an actor may see them: who may see a meeting, who hosts it, who holds a link to it and who was asked sees it whole;
 * others learn of an announced one that it exists, and when, and of the rest nothing. Every read of meetings starts here.
 */
export function visibleOccurrences(handle: Runtime | Load, actor: Actor) {
  const personId = actor.kind === 'person' ? actor.personId : null;
  const linkedId = actor.kind === 'linkHolder' ? actor.grant.subjectId : null;
  const organisationIds = actor.kind === 'person' ? actor.seats.map((seat) => seat.organisationId) : [];
  const isInvited = sql<boolean>`exists (
    select from meetings.invitation
    where invitation.occurrence_id = occurrence.id and invitation.person_id = ${personId}::uuid)`;
  const isVisible = sql<boolean>`(
    series.visible_to = any(${audiencesOf(actor)})
    or occurrence.id = ${linkedId}::uuid
    or coalesce(occurrence.host_organisation_id, series.host_organisation_id) = any(${organisationIds}::uuid[])
    or (${personId}::uuid is not null and ${isInvited}))`;
  // Decided once a row: without the offset, PostgreSQL would write the condition into every column that hangs on it.
  const seen = sql<{ isVisible: boolean; isInvited: boolean }>`(
    select ${isVisible} as "isVisible", ${isInvited} as "isInvited" offset 0)`;
  const shown = <Value>(value: ReturnType<typeof sql>) =>
    sql<Value | null>`case when seen."isVisible" then ${value} end`;
  return reading(handle)
    .selectFrom('meetings.occurrence as occurrence')
    .innerJoin('meetings.series as series', 'series.id', 'occurrence.series_id')
    .innerJoin('meetings.kind as kind', 'kind.id', 'series.kind_id')
    .leftJoin('organisations.named as host', (join) =>
      join.on(
        'host.id',
        '=',
        sql<string>`coalesce(occurrence.host_organisation_id, series.host_organisation_id)`,
      ),
    )
    .leftJoin('meetings.minutes as minutes', (join) =>
      join.onRef('minutes.occurrence_id', '=', 'occurrence.id').on('minutes.published_at', 'is not', null),
    )
    .innerJoinLateral(seen.as('seen'), (join) => join.onTrue())
    .where(sql<boolean>`(seen."isVisible" or series.is_announced)`)
    .select(['occurrence.id', 'occurrence.series_id as seriesId', 'series.slug as seriesSlug', 'series.zone'])
    .select(['starts_at as startsAt', 'ends_at as endsAt', 'kind.name as kind', 'occurrence.sequence'])
    .select(['visible_to as visibleTo', 'open_to as openTo', 'seats_taken as seatsTaken'])
    .select(['seats_waiting as seatsWaiting', 'rsvp_closes_at as rsvpClosesAt'])
    .select(['host.id as hostOrganisationId'])
    .select([
      'seen.isVisible',
      'seen.isInvited',
      sql<LocalText>`coalesce(occurrence.name, series.name)`.as('name'),
      sql<number | null>`coalesce(occurrence.seats, series.seats)`.as('seats'),
      sql<boolean>`cancelled_at is not null`.as('isCancelled'),
      shown<LocalText>(sql`cancelled_reason`).as('cancelledReason'),
      shown<LocalText>(sql`occurrence.note`).as('note'),
      shown<LocalText>(sql`coalesce(occurrence.place, series.place)`).as('place'),
      shown<string>(sql`coalesce(occurrence.call_link, series.call_link)`).as('callLink'),
      shown<string>(sql`coalesce(occurrence.dial_in, series.dial_in)`).as('dialIn'),
      // Where it is hosted is where it is.
      shown<LocalText>(sql`host.name`).as('host'),
      shown<string>(sql`host.slug`).as('hostSlug'),
      shown<string>(sql`minutes.id`).as('minutesId'),
    ]);
}
