import { sql } from 'kysely';
import type { LocalText } from '#src/kernel/local-text.ts';
import { type Work, writing } from '#src/platform/db/handles.ts';

/** Gives which change of this meeting it is. */
export async function saveCancellation(work: Work, id: string, reason: LocalText): Promise<number> {
  const { sequence } = await writing(work)
    .updateTable('meetings.occurrence')
    .set({
      cancelled_at: work.now,
      cancelled_reason: reason,
      changed_at: work.now,
      sequence: sql<number>`sequence + 1`,
    })
    .where('id', '=', id)
    .returning('sequence')
    .executeTakeFirstOrThrow();
  return sequence;
}

/** Gives which change of this meeting it is. */
export async function deleteCancellation(work: Work, id: string): Promise<number> {
  const { sequence } = await writing(work)
    .updateTable('meetings.occurrence')
    .set({
      cancelled_at: null,
      cancelled_reason: null,
      changed_at: work.now,
      sequence: sql<number>`sequence + 1`,
    })
    .where('id', '=', id)
    .returning('sequence')
    .executeTakeFirstOrThrow();
  return sequence;
}
