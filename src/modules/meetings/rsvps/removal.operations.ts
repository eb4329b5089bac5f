import { found } from '#src/kernel/outcome.ts';
import { queueText } from '#src/modules/messaging/index.ts';
import { operation } from '#src/platform/db/operation.ts';
import { mayPlan } from '../access.ts';
import { lockOccurrence, saveSeatCounts } from '../occurrences/occurrence.queries.ts';
import { moveUp } from './moving-up.operations.ts';
import { deleteRsvp, lockRsvpOf } from './rsvp.queries.ts';
import { countsAfter } from './rsvp.ts';
import { addresseeOf, wordsOf } from './telling.operations.ts';

type Remove = { readonly occurrenceId: string; readonly rsvpId: string };

/** Takes out an answer that should not be there, and tells whoever is behind it; who waits moves up. */
export const removeRsvp = operation({
  name: 'meetings.removeRsvp',
  load: (load, { occurrenceId }: Remove) => lockOccurrence(load, occurrenceId),
  allow: mayPlan,
  async run(work, occurrence, { rsvpId }) {
    const rsvp = found(await lockRsvpOf(work, { occurrenceId: occurrence.id, rsvpId }));
    const to = await addresseeOf(work, rsvp);
    if (to && work.now < occurrence.startsAt)
      await queueText(work, to, {
        about: 'meetings.rsvpRemoved',
        subject: 'rsvp.subject',
        text: 'rsvp.removed.message',
        values: wordsOf(occurrence, to),
      });
    await deleteRsvp(work, rsvp.id);
    const counts = countsAfter(occurrence, rsvp, undefined);
    await saveSeatCounts(work, occurrence.id, counts);
    await moveUp(work, { ...occurrence, ...counts });
  },
});
