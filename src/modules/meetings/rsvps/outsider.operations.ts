import type { Language } from '#src/kernel/local-text.ts';
import { newGrantLink, openGrant } from '#src/modules/accounts/index.ts';
import { type Reach, saveAddress } from '#src/modules/messaging/index.ts';
import { operation } from '#src/platform/db/operation.ts';
import { announce } from '#src/platform/jobs/jobs.ts';
import { mayAnswerAsOutsider } from '../access.ts';
import { rsvpAnswered } from '../events.ts';
import { findInvitedStranger } from '../invitations/invitation.queries.ts';
import { lockOccurrence, saveSeatCounts } from '../occurrences/occurrence.queries.ts';
import { moveUp } from './moving-up.operations.ts';
import { findRsvpByAddress, saveOutsiderRsvp } from './rsvp.queries.ts';
import { type Answered, checkOpen, countsAfter, seatingFor, wantedBy } from './rsvp.ts';

type AnswerAsOutsider = Answered & {
  readonly occurrenceId: string;
  readonly reach: Reach;
  readonly language: Language;
};

/**
 * An answer to a public meeting from somebody without an account, who gets a secret link to change it. Anybody can type
 * anybody's number: when an answer from that address is there already, nothing changes but that its link is sent again, to
 * that address only; and the link given here ends once somebody answers by one that was sent there.
 */
export const answerAsOutsider = operation({
  name: 'meetings.answerAsOutsider',
  load: (load, input: AnswerAsOutsider) => lockOccurrence(load, input.occurrenceId),
  allow: mayAnswerAsOutsider,
  async run(work, occurrence, { occurrenceId, reach, language, ...answered }) {
    checkOpen(occurrence, work.now);
    const { addressId } = await saveAddress(work, { ...reach, language });
    const earlier = await findRsvpByAddress(work, occurrence.id, addressId);
    if (earlier) {
      await announce(work, rsvpAnswered({ rsvpId: earlier.id, turnId: work.newId(), isByWeb: true }));
      return undefined;
    }
    const wanted = wantedBy(answered, undefined);
    const seating = seatingFor(wanted, undefined, occurrence);
    const waitingSince = seating === 'waiting' ? work.now : null;
    const invited = await findInvitedStranger(work, occurrence.id, addressId);
    const grantId = invited?.grantId ?? (await openGrant(work, occurrence.id));
    const saved = { ...wanted, occurrenceId, seating, waitingSince };
    const rsvpId = await saveOutsiderRsvp(work, { grantId, addressId }, saved);
    const counts = countsAfter(occurrence, undefined, { seating, seats: wanted.seats });
    await saveSeatCounts(work, occurrence.id, counts);
    await moveUp(work, { ...occurrence, ...counts });
    await announce(work, rsvpAnswered({ rsvpId, turnId: work.newId(), isByWeb: true }));
    return newGrantLink(work, grantId, 'shown');
  },
});
