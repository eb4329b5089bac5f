import { found } from '#src/kernel/outcome.ts';
import { networkZone } from '#src/kernel/zone.ts';
import { operation } from '#src/platform/db/operation.ts';
import { mayPlan } from '../access.ts';
import { fitToRule, fitToSeats } from '../occurrences/making.operations.ts';
import { lockSeries, saveEnded, saveNewSeries, saveSeries } from './series.queries.ts';
import { checkPlan, type SeriesPlan } from './series.ts';

/** Plans a series and makes its occurrences ahead. Gives its name in addresses. */
export const planSeries = operation({
  name: 'meetings.planSeries',
  load: async (load, _plan: SeriesPlan) => ({ id: load.newId() }),
  allow: mayPlan,
  async run(work, { id }, plan) {
    checkPlan(plan);
    const slug = await saveNewSeries(work, id, { ...plan, zone: networkZone });
    await fitToRule(work, found(await lockSeries(work, id)));
    return { id, slug };
  },
});

/** Changes a series; occurrences ahead that nobody changed by hand follow, and those who answered are told. */
export const changeSeries = operation({
  name: 'meetings.changeSeries',
  load: (load, { id }: SeriesPlan & { id: string }) => lockSeries(load, id),
  allow: mayPlan,
  async run(work, { id }, plan) {
    checkPlan(plan);
    await saveSeries(work, id, plan);
    const changed = found(await lockSeries(work, id));
    await fitToRule(work, changed);
    await fitToSeats(work, changed);
  },
});

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
