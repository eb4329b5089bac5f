import { jobAt } from '#src/platform/jobs/jobs.ts';
import type { AnyFlow } from '../flows/flow.port.ts';
import { listWaiting } from './run.queries.ts';
import { passTurn } from './turn.operations.ts';

/** In the morning, by the clock of Cambodia: nobody's telephone rings at night for a question that has waited for days. */
export const passTurnsJob = (flows: readonly AnyFlow[]) =>
  jobAt('0 2 * * *', 'messaging.passTurns', async (runtime, actor) => {
    const pass = passTurn(flows);
    for (const { addressId } of await listWaiting(runtime)) await pass(runtime, actor, { addressId });
  });
