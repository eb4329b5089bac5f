import { isSystem } from '#src/kernel/actor.ts';
import { found } from '#src/kernel/outcome.ts';
import { addDays, daysOf, instantOf } from '#src/platform/calendar/recurrence.ts';
import type { Work } from '#src/platform/db/handles.ts';
import { operation } from '#src/platform/db/operation.ts';
import { today } from '#src/platform/db/today.ts';
import { announce } from '#src/platform/jobs/jobs.ts';
import { occurrenceMoved } from '../events.ts';
import { moveUp } from '../rsvps/moving-up.operations.ts';
import { lockSeries } from '../series/series.queries.ts';
import { daysAhead, mostAhead, type Series } from '../series/series.ts';
import {
  deleteOccurrence,
  listSeated,
  lockMade,
  type Made,
  saveKept,
  saveMadeUntil,
  saveTimes,
} from './making.queries.ts';
import { isMoved, newsOf } from './news.ts';
import { listAhead, lockOccurrence, saveNewOccurrence, saveNextSequence } from './occurrence.queries.ts';
import { checkSeats, type Occurrence } from './occurrence.ts';

/** Makes what the rule gives for the time ahead. Run again, it makes only what is missing. */
export const makeOccurrences = operation({
  name: 'meetings.makeOccurrences',
  load: (load, input: { seriesId: string }) => lockSeries(load, input.seriesId),
  allow: isSystem,
  run: (work, series) => fitToRule(work, series),
});

/**
 * Joins the caller's operation: makes the occurrences ahead fit the rule. What somebody changed by hand, and what
 * people answered, is never taken away: a day the rule no longer gives stays when anything hangs on it. Gives how many
 * meetings the rule gives.
 */
export async function fitToRule(work: Work, series: Series): Promise<number> {
  const days = series.hasEnded ? [] : daysAheadOf(series, today(work));
  const wanted = new Set(days.filter((day) => timesOf(series, day).startsAt > work.now));
  const made = await lockMade(work, series.id);
  for (const occurrence of made) await bringInLine(work, series, occurrence, wanted);
  const known = new Set(made.map(({ recurrenceOn }) => recurrenceOn));
  for (const day of wanted) {
    if (known.has(day)) continue;
    await saveNewOccurrence(work, { seriesId: series.id, recurrenceOn: day, ...timesOf(series, day) });
  }
  await saveMadeUntil(work, series.id, addDays(today(work), daysAhead));
  return wanted.size;
}

async function bringInLine(
  work: Work,
  series: Series,
  occurrence: Made,
  wanted: ReadonlySet<string>,
): Promise<void> {
  if (occurrence.isChanged) return;
  if (!wanted.has(occurrence.recurrenceOn))
    return occurrence.hasAnswers ? saveKept(work, occurrence.id) : deleteOccurrence(work, occurrence.id);
  const times = timesOf(series, occurrence.recurrenceOn);
  if (!isMoved(occurrence, times) && times.rsvpClosesAt.getTime() === occurrence.rsvpClosesAt.getTime())
    return;
  await saveTimes(work, occurrence.id, times);
}

/**
 * Joins the caller's operation: what has as many seats as the series says has more or fewer of them now. Who waits moves
 * up; there cannot be fewer than are taken.
 */
export async function fitToSeats(work: Work, { id }: Series): Promise<void> {
  for (const seated of await listSeated(work, id)) {
    const occurrence = found(await lockOccurrence(work, seated.id));
    checkSeats(occurrence.seats, occurrence);
    await moveUp(work, occurrence);
  }
}

/** Joins the caller's operation: those who answered or were asked are told when a meeting ahead has another time or place now. */
export async function announceMoved(
  work: Work,
  { id }: Series,
  before: readonly Occurrence[],
): Promise<void> {
  const known = new Map(before.map((occurrence) => [occurrence.id, occurrence]));
  for (const occurrence of await listAhead(work, id)) {
    const earlier = known.get(occurrence.id);
    const news = earlier && newsOf(earlier, occurrence);
    if (!news) continue;
    const sequence = await saveNextSequence(work, occurrence.id);
    await announce(work, occurrenceMoved({ occurrenceId: occurrence.id, sequence, news }));
  }
}

function daysAheadOf({ recurrence, firstOn }: Series, from: string): string[] {
  if (!recurrence || !firstOn) return [];
  return daysOf(recurrence, firstOn, { from, until: addDays(from, daysAhead) }).slice(0, mostAhead);
}

/** When the meeting of a day begins and ends, and until when it takes answers. */
export function timesOf({ startsAtTime = '09:00', minutesLong, rsvpClosesHours, zone }: Series, day: string) {
  const startsAt = instantOf(day, startsAtTime, zone);
  return {
    startsAt,
    endsAt: new Date(startsAt.getTime() + minutesLong * 60_000),
    rsvpClosesAt: new Date(startsAt.getTime() - rsvpClosesHours * 3_600_000),
  };
}
