import type { LocalText } from '#src/kernel/local-text.ts';
import { operation } from '#src/platform/db/operation.ts';
import { mayWriteMinutes } from '../access.ts';
import { lockOccurrence } from '../occurrences/occurrence.queries.ts';
import {
  findMinutesOf,
  replaceDecisions,
  type SavedItem,
  saveActionItems,
  saveMinutes,
} from './minutes.queries.ts';
import { checkRevision } from './minutes.ts';

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
    const known = await findMinutesOf(work, id);
    checkRevision(known?.revision ?? 0, revision);
    const wasPublished = known?.publishedAt ?? null;
    const publishedAt = wasPublished ?? (publish ? work.now : null);
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
