import type { z } from 'zod';
import { found } from '#src/kernel/outcome.ts';
import { instantOf } from '#src/platform/calendar/recurrence.ts';
import type { Work } from '#src/platform/db/handles.ts';
import { operation } from '#src/platform/db/operation.ts';
import { announce } from '#src/platform/jobs/jobs.ts';
import { mayPlan } from '../access.ts';
import { occurrenceMoved } from '../events.ts';
import { checkKnown } from '../known.queries.ts';
import { moveUp } from '../rsvps/moving-up.operations.ts';
import { lockSeries } from '../series/series.queries.ts';
import { newsOf } from './news.ts';
import type { occurrenceForm } from './occurrence.form.ts';
import { hasAnybodyAsked, lockOccurrence, saveNewOccurrence, saveOccurrence } from './occurrence.queries.ts';
import { checkNotPast, checkSeats, checkTimes, type OccurrencePlan } from './occurrence.ts';

type Planned = z.output<typeof occurrenceForm>;

/** A single meeting of a series, beside what its rule gives. Gives its id. */
export const addOccurrence = operation({
  name: 'meetings.addOccurrence',
  load: (load, input: Planned & { seriesId: string }) => lockSeries(load, input.seriesId),
  allow: mayPlan,
  async run(work, { id, zone }, planned) {
    const plan = planOf(planned, zone);
    await checkHost(work, plan);
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
    const isAnybodyAsked = await hasAnybodyAsked(work, known.id);
    checkNotPast({ startsAt: known.startsAt, isAnybodyAsked }, plan, work.now);
    checkSeats(plan.seats ?? null, known);
    await checkHost(work, plan);
    await saveOccurrence(work, known.id, plan);
    const changed = found(await lockOccurrence(work, known.id));
    checkSeats(changed.seats, known);
    await moveUp(work, changed);
    const news = newsOf(known, changed);
    // What is over already is no news to anybody.
    if (planned.tellPeople && news && work.now < changed.endsAt)
      await announce(work, occurrenceMoved({ occurrenceId: known.id, sequence: changed.sequence, news }));
  },
});

const checkHost = (work: Work, { hostOrganisationId }: OccurrencePlan): Promise<void> =>
  checkKnown(work, { organisationIds: hostOrganisationId ? [hostOrganisationId] : [] });

function planOf({ rsvpClosesHours, ...planned }: Planned, zone: string): OccurrencePlan {
  const { day, startsAtTime, endsOn = day, endsAtTime, ...own } = planned;
  const startsAt = instantOf(day, startsAtTime, zone);
  const endsAt = instantOf(endsOn, endsAtTime, zone);
  checkTimes({ startsAt, endsAt });
  const rsvpClosesAt = new Date(startsAt.getTime() - rsvpClosesHours * 3_600_000);
  return { ...own, startsAt, endsAt, rsvpClosesAt };
}
