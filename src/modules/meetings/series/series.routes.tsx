import type { Context } from 'hono';
import type { z } from 'zod';
import { checkAllowed, found } from '#src/kernel/outcome.ts';
import { listNames } from '#src/modules/organisations/index.ts';
import { type FormOf, filledForm } from '#src/web/form/form-state.ts';
import { show, slug, webRoutes } from '#src/web/routes.tsx';
import { act, submit } from '#src/web/submit.ts';
import type { Web } from '#src/web/visit.ts';
import { mayPlan } from '../access.ts';
import { listKinds } from '../kinds/kind.queries.ts';
import { listPast, listUpcoming } from '../occurrences/occurrence.queries.ts';
import { EndingPage } from './ending.page.tsx';
import { recurrenceOf, ruleOf } from './recurrence.ts';
import { seriesForm } from './series.form.ts';
import { changeSeries, endSeries, planSeries } from './series.operations.ts';
import { SeriesPage } from './series.page.tsx';
import { findSeries } from './series.queries.ts';
import type { Series, SeriesPlan } from './series.ts';
import { SeriesEditPage } from './series-edit.page.tsx';

const shownOnPage = 12;

export const seriesRoutes = webRoutes()
  .get('/coordinate/series/new', async (c) => show(c, await newPage(c)))
  .post('/coordinate/series/new', (c) => {
    const { runtime, actor, visit } = c.var;
    return submit(c, seriesForm, {
      run: (form) => planSeries(runtime, actor, planOf(form)),
      page: (form) => newPage(c, form),
      next: (planned) => visit.to(`/series/${planned.slug}`),
      said: ({ gives }) => ({ text: `series.added.${gives}` }),
    });
  })
  .get(`/series/${slug}`, async (c) => {
    const { runtime, actor, visit } = c.var;
    const series = found(await findSeries(runtime, actor, c.req.param('slug')));
    const wanted = { seriesId: series.id, limit: shownOnPage };
    const { after, past } = c.req.query();
    return show(
      c,
      <SeriesPage
        visit={visit}
        series={series}
        upcoming={await listUpcoming(runtime, actor, { ...wanted, after })}
        past={await listPast(runtime, actor, { ...wanted, after: past })}
        isFirst={!after && !past}
        mayPlan={mayPlan(actor)}
      />,
    );
  })
  .get(`/series/${slug}/edit`, async (c) => show(c, await editPage(c, c.req.param('slug'))))
  .post(`/series/${slug}/edit`, async (c) => {
    const { runtime, actor, visit } = c.var;
    const slug = c.req.param('slug');
    const { id } = found(await findSeries(runtime, actor, slug));
    return submit(c, seriesForm, {
      run: (form) => changeSeries(runtime, actor, { ...planOf(form), id }),
      page: (form) => editPage(c, slug, form),
      next: visit.to(`/series/${slug}`),
      said: ({ gives }) => ({ text: gives === 'none' ? 'series.saved.none' : 'series.saved' }),
    });
  })
  .get(`/series/${slug}/ending`, async (c) => {
    const { runtime, actor, visit } = c.var;
    checkAllowed(mayPlan(actor));
    const series = found(await findSeries(runtime, actor, c.req.param('slug')));
    return show(c, <EndingPage visit={visit} series={series} />);
  })
  .post(`/series/${slug}/ending`, (c) => end(c, c.req.param('slug'), true))
  .post(`/series/${slug}/restarting`, (c) => end(c, c.req.param('slug'), false));

type Form = FormOf<typeof seriesForm>;

const planOf = ({ repeat, every, until, ...plan }: z.output<typeof seriesForm>): SeriesPlan => ({
  ...plan,
  recurrence: plan.firstOn && ruleOf({ repeat, every, until }, plan.firstOn),
});

async function newPage({ var: { runtime, actor, visit } }: Context<Web>, typed?: Form) {
  checkAllowed(mayPlan(actor));
  const first = {
    visibleTo: 'public',
    openTo: 'public',
    isAnnounced: 'yes',
    repeat: 'never',
    every: 1,
    startsAtTime: '09:00',
    minutesLong: 120,
    rsvpClosesHours: 0,
  };
  return (
    <SeriesEditPage
      visit={visit}
      kinds={await listKinds(runtime)}
      organisations={await listNames(runtime, visit.language)}
      form={typed ?? filledForm(first)}
    />
  );
}

async function editPage({ var: { runtime, actor, visit } }: Context<Web>, slug: string, typed?: Form) {
  checkAllowed(mayPlan(actor));
  const series = found(await findSeries(runtime, actor, slug));
  return (
    <SeriesEditPage
      visit={visit}
      series={series}
      kinds={await listKinds(runtime)}
      organisations={await listNames(runtime, visit.language)}
      form={typed ?? filledForm(savedOf(series))}
    />
  );
}

const savedOf = ({ name, about, place, kindId, ...series }: Series) => ({
  name,
  about,
  place,
  kindId,
  visibleTo: series.visibleTo,
  openTo: series.openTo,
  isAnnounced: series.isAnnounced ? 'yes' : '',
  ...recurrenceOf(series.recurrence ?? null),
  firstOn: series.firstOn,
  startsAtTime: series.startsAtTime,
  minutesLong: series.minutesLong,
  callLink: series.callLink,
  dialIn: series.dialIn,
  hostOrganisationId: series.hostOrganisationId,
  seats: series.seats,
  rsvpClosesHours: series.rsvpClosesHours,
});

async function end(c: Context<Web>, slug: string, hasEnded: boolean) {
  const { runtime, actor, visit } = c.var;
  const { id } = found(await findSeries(runtime, actor, slug));
  return act(c, {
    run: () => endSeries(runtime, actor, { id, hasEnded }),
    next: visit.to(`/series/${slug}`),
    said: { text: hasEnded ? 'series.ended' : 'series.restarted' },
  });
}
