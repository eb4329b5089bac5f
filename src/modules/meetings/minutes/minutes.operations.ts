import type { LocalText } from '#src/kernel/local-text.ts';
import { operation } from '#src/platform/db/operation.ts';
import { mayWriteMinutes } from '../access.ts';
import { checkKnown } from '../known.queries.ts';
import { lockOccurrence } from '../occurrences/occurrence.queries.ts';
import {
  findMinutesOf,
  replaceDecisions,
  type SavedItem,
  saveActionItems,
  saveMinutes,
  saveTakenBack,
} from './minutes.queries.ts';
import { checkRevision, checkWorthReading, type Minutes } from './minutes.ts';

type Write = {
  readonly occurrenceId: string;
  /** The revision the writer saw; 0 when there was none. */
  readonly revision: number;
  readonly body?: LocalText | undefined;
  readonly attended?: number | undefined;
  readonly decisions: readonly { readonly text: LocalText }[];
  readonly actionItems: readonly SavedItem[];
  readonly publish?: 'yes' | undefined;
};

/** Saves the minutes whole, and publishes them in the same step when asked to. Gives their id. */
export const writeMinutes = operation({
  name: 'meetings.writeMinutes',
  load: (load, input: Write) => lockOccurrence(load, input.occurrenceId),
  allow: mayWriteMinutes,
  async run(work, { id }, { revision, body = {}, attended, decisions, actionItems, publish }) {
    const known = await findMinutesOf(work, work.actor, id);
    checkRevision(known?.revision ?? 0, revision);
    await checkKnown(work, newOwnersOf(actionItems, known));
    const wasPublished = known?.publishedAt ?? null;
    const publishedAt = wasPublished ?? (publish ? work.now : null);
    if (publishedAt) checkWorthReading({ body, decisions, actionItems });
    const minutesId = await saveMinutes(work, id, { body, attended, publishedAt });
    await replaceDecisions(
      work,
      minutesId,
      decisions.map(({ text }) => text),
    );
    await saveActionItems(work, minutesId, actionItems);
    return { minutesId, isPublished: publishedAt !== null };
  },
});

/** Whoever owned one before is known, even if they are gone since. */
function newOwnersOf(items: readonly SavedItem[], known: Minutes | undefined) {
  const before = new Set(
    known?.actionItems.flatMap(({ ownerPersonId, ownerOrganisationId }) => [
      ownerPersonId,
      ownerOrganisationId,
    ]),
  );
  const owners = items.map(({ owner }) => owner);
  return {
    personIds: owners
      .flatMap((owner) => ('personId' in owner ? owner.personId : []))
      .filter((id) => !before.has(id)),
    organisationIds: owners
      .flatMap((owner) => ('organisationId' in owner ? owner.organisationId : []))
      .filter((id) => !before.has(id)),
  };
}

/** Published too early: they are a draft again, and their action items wait until they are published. */
export const takeBackMinutes = operation({
  name: 'meetings.takeBackMinutes',
  load: (load, input: { occurrenceId: string }) => lockOccurrence(load, input.occurrenceId),
  allow: mayWriteMinutes,
  async run(work, { id }) {
    await saveTakenBack(work, id);
  },
});
