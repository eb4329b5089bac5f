import { sql } from 'kysely';
import { type Load, reading, type Work, writing } from '#src/platform/db/handles.ts';

/** An occurrence that the rule made, with whether anything hangs on it. */
export type Made = {
  readonly id: string;
  readonly recurrenceOn: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly rsvpClosesAt: Date;
  readonly isChanged: boolean;
  readonly hasAnswers: boolean;
};

/** Those still to come that the rule of a series made, locked. */
export async function lockMade(load: Load, seriesId: string): Promise<Made[]> {
  // First the lock, then the look: an answer that is being given at this moment is seen, not lost.
  await ahead(load, seriesId).select('id').orderBy('id').forUpdate().execute();
  const rows = await ahead(load, seriesId)
    .select(['id', 'recurrence_on as recurrenceOn', 'starts_at as startsAt', 'ends_at as endsAt'])
    .select('rsvp_closes_at as rsvpClosesAt')
    .select(sql<boolean>`(is_changed or cancelled_at is not null)`.as('isChanged'))
    .select(
      sql<boolean>`(
        exists (select from meetings.rsvp where occurrence_id = occurrence.id)
        or exists (select from meetings.invitation where occurrence_id = occurrence.id)
        or exists (select from meetings.minutes where occurrence_id = occurrence.id))`.as('hasAnswers'),
    )
    .execute();
  return rows.flatMap((row) => (row.recurrenceOn ? [{ ...row, recurrenceOn: row.recurrenceOn }] : []));
}

const ahead = (load: Load, seriesId: string) =>
  reading(load)
    .selectFrom('meetings.occurrence as occurrence')
    .where('series_id', '=', seriesId)
    .where('recurrence_on', 'is not', null)
    .where('starts_at', '>', load.now);

/** Those of a series still to come whose seats somebody has or waits for. */
export const listSeated = (load: Load, seriesId: string): Promise<{ id: string }[]> =>
  reading(load)
    .selectFrom('meetings.occurrence')
    .select('id')
    .where('series_id', '=', seriesId)
    .where('ends_at', '>', load.now)
    .where((row) => row.or([row('seats_taken', '>', 0), row('seats_waiting', '>', 0)]))
    .orderBy('id')
    .execute();

type Times = { readonly startsAt: Date; readonly endsAt: Date; readonly rsvpClosesAt: Date };

export async function saveTimes(work: Work, id: string, times: Times): Promise<void> {
  await writing(work)
    .updateTable('meetings.occurrence')
    .set({
      starts_at: times.startsAt,
      ends_at: times.endsAt,
      rsvp_closes_at: times.rsvpClosesAt,
      changed_at: work.now,
    })
    .where('id', '=', id)
    .execute();
}

/** It stays though the rule does not give it any more, because people have answered. */
export async function saveKept(work: Work, id: string): Promise<void> {
  await writing(work)
    .updateTable('meetings.occurrence')
    .set({ is_changed: true, changed_at: work.now })
    .where('id', '=', id)
    .execute();
}

/** Only those on which nothing hangs. */
export async function deleteOccurrence(work: Work, id: string): Promise<void> {
  await writing(work).deleteFrom('meetings.occurrence').where('id', '=', id).execute();
}

export async function saveMadeUntil(work: Work, seriesId: string, day: string): Promise<void> {
  await writing(work)
    .updateTable('meetings.series')
    .set({ made_until: day })
    .where('id', '=', seriesId)
    .execute();
}
