import { type Actor, isSystem } from '#src/kernel/actor.ts';
import { NotFound } from '#src/kernel/outcome.ts';
import type { TextKey } from '#src/kernel/text.ts';
import { queueText } from '#src/modules/messaging/index.ts';
import type { Runtime } from '#src/platform/db/handles.ts';
import { operation } from '#src/platform/db/operation.ts';
import { findOccurrence } from '../occurrences/occurrence.queries.ts';
import type { Occurrence } from '../occurrences/occurrence.ts';
import { listRsvpIds } from '../rsvps/rsvp.queries.ts';
import { addresseeOf, answerLinkOf, tellAnswerer, wordsOf } from '../rsvps/telling.operations.ts';
import { listUnansweredIds, lockUnanswered } from './invitation.queries.ts';

type News = {
  readonly occurrenceId: string;
  /** What it is about, as `meetings.change`. */
  readonly about: string;
  /** Undefined when it is no longer so. */
  readonly text: (occurrence: Occurrence) => TextKey | undefined;
  /** Told twice with the same key, they hear it once. */
  readonly dedupeKey: string;
};

/** Tells whoever comes, may come, or was asked and has not answered. */
export async function tellEverybody(
  runtime: Runtime,
  actor: Actor,
  { occurrenceId, ...news }: News,
): Promise<void> {
  for (const rsvpId of await listRsvpIds(runtime, occurrenceId))
    await unlessGone(tellAnswerer(runtime, actor, { rsvpId, ...news }));
  for (const invitationId of await listUnansweredIds(runtime, occurrenceId))
    await unlessGone(tellInvited(runtime, actor, { invitationId, ...news }));
}

/** Whoever takes an answer back, or gives one, while others are told: those after them are told all the same. */
async function unlessGone(telling: Promise<unknown>): Promise<void> {
  await telling.catch((problem: unknown) => {
    if (!(problem instanceof NotFound)) throw problem;
  });
}

type Tell = Omit<News, 'occurrenceId'> & { readonly invitationId: string };

/** Tells whoever was asked and has not answered, in their language, with their own link to answer. */
const tellInvited = operation({
  name: 'meetings.tellInvited',
  load: (load, { invitationId }: Tell) => lockUnanswered(load, invitationId),
  allow: isSystem,
  async run(work, invitation, { about, text, dedupeKey }) {
    const to = await addresseeOf(work, invitation);
    const occurrence = await findOccurrence(work, work.actor, invitation.occurrenceId);
    const words = occurrence && text(occurrence);
    if (!to || !words) return;
    await queueText(work, to, {
      about,
      subject: 'rsvp.subject',
      text: words,
      dedupeKey: `${dedupeKey} ${invitation.id}`,
      values: { ...wordsOf(occurrence, to), link: await answerLinkOf(work, invitation, occurrence, to) },
    });
  },
});
