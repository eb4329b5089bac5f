import type { Work } from '#src/platform/db/handles.ts';
import { announce } from '#src/platform/jobs/jobs.ts';
import { rsvpMovedUp } from '../events.ts';
import { saveSeatCounts } from '../occurrences/occurrence.queries.ts';
import { type Occurrence, seatsLeft } from '../occurrences/occurrence.ts';
import { findFirstWaiting, saveSeated } from './rsvp.queries.ts';
import { countsAfter } from './rsvp.ts';

/**
 * Joins the caller's operation, which holds the occurrence: seats whoever waits first, as long as their whole party
 * fits. Nobody is passed over: a party of three waits for three seats, and those behind it wait with it. Once the meeting
 * has begun, a seat is no good news any more.
 */
export async function moveUp(work: Work, occurrence: Occurrence): Promise<void> {
  if (occurrence.isCancelled || occurrence.startsAt <= work.now || occurrence.seatsWaiting === 0) return;
  const first = await findFirstWaiting(work, occurrence.id);
  const left = seatsLeft(occurrence);
  if (!first || (left !== null && first.seats > left)) return;
  await saveSeated(work, first.id);
  const counts = countsAfter(
    occurrence,
    { seating: 'waiting', seats: first.seats },
    { seating: 'seated', seats: first.seats },
  );
  await saveSeatCounts(work, occurrence.id, counts);
  await announce(work, rsvpMovedUp({ rsvpId: first.id, turnId: work.newId() }));
  await moveUp(work, { ...occurrence, ...counts });
}
