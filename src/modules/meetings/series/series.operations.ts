import { found, Refused } from '#src/kernel/outcome.ts';
import { networkZone } from '#src/kernel/zone.ts';
import type { Work } from '#src/platform/db/handles.ts';
import { operation } from '#src/platform/db/operation.ts';
import { mayPlan } from '../access.ts';
import { lockChosenKind } from '../kinds/kind.queries.ts';
import { checkKnown } from '../known.queries.ts';
import { announceMoved, fitToRule, fitToSeats } from '../occurrences/making.operations.ts';
import { listAhead } from '../occurrences/occurrence.queries.ts';
import { lockSeries, saveEnded, saveNewSeries, saveSeries } from './series.queries.ts';
import { checkPlan, type SeriesPlan } from './series.ts';

/** Plans a series and makes its occurrences ahead. Gives its name in addresses, and whether its rule gives any. */
export const planSeries = operation({
  name: 'meetings.planSeries',
  load: async (load, _plan: SeriesPlan) => ({ id: load.newId() }),
  allow: mayPlan,
  async run(work, { id }, plan) {
    checkPlan(plan);
    await checkReferences(work, plan);
    const slug = await saveNewSeries(work, id, { ...plan, zone: networkZone });
    const count = await fitToRule(work, found(await lockSeries(work, id)));
    return { id, slug, gives: givesOf(plan, count) };
  },
});

/** Changes a series; occurrences ahead that nobody changed by hand follow, and those who answered or were asked are told. Gives whether its rule gives any. */
export const changeSeries = operation({
  name: 'meetings.changeSeries',
  load: (load, { id }: SeriesPlan & { id: string }) => lockSeries(load, id),
  allow: mayPlan,
  async run(work, { id }, plan) {
    checkPlan(plan);
    await checkReferences(work, plan);
    const before = await listAhead(work, id);
    await saveSeries(work, id, plan);
    const changed = found(await lockSeries(work, id));
    const count = await fitToRule(work, changed);
    await fitToSeats(work, changed);
    await announceMoved(work, changed, before);
    return { gives: changed.hasEnded ? 'some' : givesOf(plan, count) };
  },
});

/** What the rule gives for the time ahead: nothing repeats, or nothing falls into it, or something does. */
const givesOf = ({ recurrence }: SeriesPlan, count: number): 'by-hand' | 'none' | 'some' => {
  if (!recurrence) return 'by-hand';
  return count > 0 ? 'some' : 'none';
};

/** A kind may have been removed while the form was open; an organisation that is not there was never in the list. */
async function checkReferences(work: Work, { kindId, hostOrganisationId }: SeriesPlan): Promise<void> {
  if (!(await lockChosenKind(work, kindId))) throw new Refused('series.kind.required');
  await checkKnown(work, { organisationIds: hostOrganisationId ? [hostOrganisationId] : [] });
}

type End = { readonly id: string; readonly hasEnded: boolean };

/** No more occurrences are made; those ahead that nobody answered vanish. It can begin again. */
export const endSeries = operation({
  name: 'meetings.endSeries',
  load: (load, { id }: End) => lockSeries(load, id),
  allow: mayPlan,
  async run(work, { id }, { hasEnded }) {
    await saveEnded(work, id, hasEnded);
    await fitToRule(work, found(await lockSeries(work, id)));
  },
});
