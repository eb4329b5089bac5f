import type { LocalText } from '#src/kernel/local-text.ts';
import { found } from '#src/kernel/outcome.ts';
import { operation } from '#src/platform/db/operation.ts';
import { announce } from '#src/platform/jobs/jobs.ts';
import { mayPlan } from '../access.ts';
import { cancellationUndone, occurrenceCancelled } from '../events.ts';
import { lockOccurrence } from '../occurrences/occurrence.queries.ts';
import { moveUp } from '../rsvps/moving-up.operations.ts';
import { deleteCancellation, saveCancellation } from './cancellation.queries.ts';

type Cancel = { readonly occurrenceId: string; readonly reason?: LocalText | undefined };

/** The meeting does not take place; everybody who answered or was asked is told, and their answers stay. */
export const cancelOccurrence = operation({
  name: 'meetings.cancelOccurrence',
  load: (load, input: Cancel) => lockOccurrence(load, input.occurrenceId),
  allow: mayPlan,
  async run(work, { id, isCancelled, endsAt }, { reason = {} }) {
    if (isCancelled) return;
    const sequence = await saveCancellation(work, id, reason);
    // What is over is cancelled on paper only: nobody needs a message about it.
    if (work.now < endsAt) await announce(work, occurrenceCancelled({ occurrenceId: id, sequence }));
  },
});

type Undo = { readonly occurrenceId: string; readonly tellPeople: boolean };

/** It takes place after all, with everybody who had answered. Gives whether they are told. */
export const undoCancellation = operation({
  name: 'meetings.undoCancellation',
  load: (load, input: Undo) => lockOccurrence(load, input.occurrenceId),
  allow: mayPlan,
  async run(work, { id, isCancelled, endsAt }, { tellPeople }) {
    if (!isCancelled) return { isTold: false };
    const sequence = await deleteCancellation(work, id);
    await moveUp(work, found(await lockOccurrence(work, id)));
    const isTold = tellPeople && work.now < endsAt;
    if (isTold) await announce(work, cancellationUndone({ occurrenceId: id, sequence }));
    return { isTold };
  },
});
