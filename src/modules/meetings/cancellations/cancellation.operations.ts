import type { LocalText } from '#src/kernel/local-text.ts';
import { found } from '#src/kernel/outcome.ts';
import { operation } from '#src/platform/db/operation.ts';
import { announce } from '#src/platform/jobs/jobs.ts';
import { mayPlan } from '../access.ts';
import { occurrenceCancelled } from '../events.ts';
import { lockOccurrence } from '../occurrences/occurrence.queries.ts';
import { moveUp } from '../rsvps/moving-up.operations.ts';
import { deleteCancellation, saveCancellation } from './cancellation.queries.ts';

type Cancel = { readonly occurrenceId: string; readonly reason?: LocalText | undefined };

/** The meeting does not take place; everybody who answered is told, and their answers stay. */
export const cancelOccurrence = operation({
  name: 'meetings.cancelOccurrence',
  load: (load, input: Cancel) => lockOccurrence(load, input.occurrenceId),
  allow: mayPlan,
  async run(work, { id, isCancelled }, { reason = {} }) {
    if (isCancelled) return;
    const sequence = await saveCancellation(work, id, reason);
    await announce(work, occurrenceCancelled({ occurrenceId: id, sequence }));
  },
});

/** It takes place after all, with everybody who had answered. */
export const undoCancellation = operation({
  name: 'meetings.undoCancellation',
  load: (load, input: { occurrenceId: string }) => lockOccurrence(load, input.occurrenceId),
  allow: mayPlan,
  async run(work, { id }) {
    await deleteCancellation(work, id);
    await moveUp(work, found(await lockOccurrence(work, id)));
  },
});
