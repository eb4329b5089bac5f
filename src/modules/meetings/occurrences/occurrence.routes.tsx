import type { Context } from 'hono';
import type { Actor } from '#src/kernel/actor.ts';
import { checkAllowed, found } from '#src/kernel/outcome.ts';
import { listNames } from '#src/modules/organisations/index.ts';
import { localOf } from '#src/platform/calendar/recurrence.ts';
import { type FormOf, filledForm } from '#src/web/form/form-state.ts';
import { id, show, slug, webRoutes } from '#src/web/routes.tsx';
import { submit } from '#src/web/submit.ts';
import type { Web } from '#src/web/visit.ts';
import { mayAnswer, mayAnswerAsOutsider, mayInvite, mayPlan, mayWriteMinutes } from '../access.ts';
import { findRsvp } from '../rsvps/rsvp.queries.ts';
import { needsName } from '../rsvps/rsvp.ts';
import { findSeries, listSeries } from '../series/series.queries.ts';
import { MeetingsPage } from './meetings.page.tsx';
import { occurrenceForm } from './occurrence.form.ts';
import { addOccurrence, changeOccurrence } from './occurrence.operations.ts';
import { OccurrencePage } from './occurrence.page.tsx';
import { findOccurrence, findOwnPlan, listPast, listUpcoming } from './occurrence.queries.ts';
import type { Occurrence } from './occurrence.ts';
import { OccurrenceEditPage } from './occurrence-edit.page.tsx';

const pageSize = 30;

export const occurrenceRoutes = webRoutes()
  .get('/meetings', (c) => meetings(c, false))
  .get('/meetings/past', (c) => meetings(c, true))
  .get(`/occurrences/${id}`, async (c) => {
    const { runtime, actor, visit } = c.var;
    const occurrence = found(await findOccurrence(runtime, actor, c.req.param('id')));
    return show(
      c,
      <OccurrencePage
        visit={visit}
        occurrence={occurrence}
        series={await findSeries(runtime, actor, occurrence.seriesSlug)}
        saved={actor.kind === 'anonymous' ? undefined : await findRsvp(runtime, actor, occurrence.id)}
        answering={answeringOf(actor, occurrence)}
        may={{
          plan: mayPlan(actor),
          invite: mayInvite(actor),
          writeMinutes: mayWriteMinutes(actor, occurrence),
        }}
      />,
    );
  })
  .get(`/occurrences/${id}/edit`, async (c) => show(c, await editPage(c, c.req.param('id'))))
  .post(`/occurrences/${id}/edit`, (c) => {
    const { runtime, actor, visit } = c.var;
    const occurrenceId = c.req.param('id');
    return submit(c, occurrenceForm, {
      run: (form) => changeOccurrence(runtime, actor, { ...form, id: occurrenceId }),
      page: (form) => editPage(c, occurrenceId, form),
      next: visit.to(`/occurrences/${occurrenceId}`),
      said: { text: 'occurrence.saved' },
    });
  })
  .get(`/series/${slug}/occurrences/new`, async (c) => show(c, await newPage(c, c.req.param('slug'))))
  .post(`/series/${slug}/occurrences/new`, async (c) => {
    const { runtime, actor, visit } = c.var;
    const slug = c.req.param('slug');
    const series = found(await findSeries(runtime, actor, slug));
    return submit(c, occurrenceForm, {
      run: (form) => addOccurrence(runtime, actor, { ...form, seriesId: series.id }),
      page: (form) => newPage(c, slug, form),
      next: (occurrenceId) => visit.to(`/occurrences/${occurrenceId}`),
      said: { text: 'occurrence.added' },
    });
  });

function answeringOf(actor: Actor, occurrence: Occurrence) {
  if (actor.kind === 'anonymous') return mayAnswerAsOutsider(actor, occurrence) ? 'form' : 'no';
  if (!mayAnswer(actor, occurrence)) return 'no';
  return needsName(actor) ? 'form' : 'tap';
}

type Form = FormOf<typeof occurrenceForm>;

async function meetings(c: Context<Web>, isPast: boolean) {
  const { runtime, actor, visit } = c.var;
  const after = c.req.query('after');
  const list = isPast ? listPast : listUpcoming;
  return show(
    c,
    <MeetingsPage
      visit={visit}
      isPast={isPast}
      page={await list(runtime, actor, { limit: pageSize, after })}
      isFirst={!after}
      series={await listSeries(runtime, actor)}
      mayPlan={mayPlan(actor)}
    />,
  );
}

async function newPage({ var: { runtime, actor, visit } }: Context<Web>, slug: string, typed?: Form) {
  checkAllowed(mayPlan(actor));
  const series = found(await findSeries(runtime, actor, slug));
  const { startsAtTime = '09:00', minutesLong, rsvpClosesHours } = series;
  const first = { startsAtTime, endsAtTime: later(startsAtTime, minutesLong), rsvpClosesHours };
  return (
    <OccurrenceEditPage
      visit={visit}
      series={series}
      organisations={await listNames(runtime, visit.language)}
      form={typed ?? filledForm(first)}
    />
  );
}

async function editPage(
  { var: { runtime, actor, visit } }: Context<Web>,
  occurrenceId: string,
  typed?: Form,
) {
  checkAllowed(mayPlan(actor));
  const occurrence = found(await findOccurrence(runtime, actor, occurrenceId));
  const { rsvpClosesAt, ...own } = found(await findOwnPlan(runtime, occurrenceId));
  const [starts, ends] = [
    localOf(occurrence.startsAt, occurrence.zone),
    localOf(occurrence.endsAt, occurrence.zone),
  ];
  const times = { day: starts.day, startsAtTime: starts.time, endsAtTime: ends.time };
  const saved = {
    ...own,
    ...times,
    endsOn: ends.day === starts.day ? undefined : ends.day,
    rsvpClosesHours: Math.round((occurrence.startsAt.getTime() - rsvpClosesAt.getTime()) / 3_600_000),
    tellPeople: 'yes',
  };
  return (
    <OccurrenceEditPage
      visit={visit}
      series={found(await findSeries(runtime, actor, occurrence.seriesSlug))}
      occurrence={occurrence}
      organisations={await listNames(runtime, visit.language)}
      form={typed ?? filledForm(saved)}
    />
  );
}

/** A time of day so many minutes later, within the day. */
function later(time: string, minutes: number): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const total = (hour * 60 + minute + minutes) % 1440;
  return `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`;
}
