import type { z } from 'zod';
import { found } from '#src/kernel/outcome.ts';
import { addDays, instantOf } from '#src/platform/calendar/recurrence.ts';
import { operation } from '#src/platform/db/operation.ts';
import { announce } from '#src/platform/jobs/jobs.ts';
import { mayPlan } from '../access.ts';
import { occurrenceMoved } from '../events.ts';
import { moveUp } from '../rsvps/moving-up.operations.ts';
import { lockSeries } from '../series/series.queries.ts';
import type { occurrenceForm } from './occurrence.form.ts';
import { lockOccurrence, saveNewOccurrence, saveOccurrence } from './occurrence.queries.ts';
import { checkSeats, checkTimes, isMoved, type OccurrencePlan } from './occurrence.ts';

type Planned = z.output<typeof occurrenceForm>;

/** A single meeting of a series, beside what its rule gives. Gives its id. */
export const addOccurrence = operation({
  name: 'meetings.addOccurrence',
  load: (load, input: Planned & { seriesId: string }) => lockSeries(load, input.seriesId),
  allow: mayPlan,
  async run(work, { id, zone }, planned) {
    const plan = planOf(planned, zone);
    return found(await saveNewOccurrence(work, { seriesId: id, ...plan }));
  },
});

/** Answers stay whatever changes; who waits moves up when there is more room. */
export const changeOccurrence = operation({
  name: 'meetings.changeOccurrence',
  load: (load, { id }: Planned & { id: string }) => lockOccurrence(load, id),
  allow: mayPlan,
  async run(work, known, planned) {
    const plan = planOf(planned, known.zone);
    checkSeats(plan.seats ?? null, known);
    await saveOccurrence(work, known.id, plan);
    const changed = found(await lockOccurrence(work, known.id));
    checkSeats(changed.seats, known);
    await moveUp(work, changed);
    if (planned.tellPeople && isMoved(known, plan))
      await announce(work, occurrenceMoved({ occurrenceId: known.id, sequence: changed.sequence }));
  },
});

function planOf({ rsvpClosesHours, ...planned }: Planned, zone: string): OccurrencePlan {
  const { day, startsAtTime, endsOn = usualEnd(planned), endsAtTime, ...own } = planned;
  const startsAt = instantOf(day, startsAtTime, zone);
  const endsAt = instantOf(endsOn, endsAtTime, zone);
  checkTimes({ startsAt, endsAt });
  const rsvpClosesAt = new Date(startsAt.getTime() - rsvpClosesHours * 3_600_000);
  return { ...own, startsAt, endsAt, rsvpClosesAt };
}

/** Where no day of its end was given, a meeting that ends before it begins ends on the next day. */
export const usualEnd = ({
  day,
  startsAtTime,
  endsAtTime,
}: Pick<Planned, 'day' | 'startsAtTime' | 'endsAtTime'>): string =>
  endsAtTime > startsAtTime ? day : addDays(day, 1);
