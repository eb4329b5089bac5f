import { hasText, type LocalText } from '#src/kernel/local-text.ts';
import type { TextKey } from '#src/kernel/text.ts';
import type { Occurrence } from './occurrence.ts';

/** What people have to be told when a meeting changes; the way into a call is told on its page only. */
export type News = 'time' | 'place' | 'time-and-place' | 'call';

type Known = Pick<Occurrence, 'startsAt' | 'endsAt' | 'place' | 'callLink' | 'dialIn'>;

/** Undefined when neither the time nor the way there has changed. */
export function newsOf(known: Known, now: Known): News | undefined {
  const hasOtherPlace = !isSameText(known.place, now.place);
  if (isMoved(known, now)) return hasOtherPlace ? 'time-and-place' : 'time';
  if (hasOtherPlace) return 'place';
  return known.callLink !== now.callLink || known.dialIn !== now.dialIn ? 'call' : undefined;
}

type Times = Pick<Occurrence, 'startsAt' | 'endsAt'>;

export const isMoved = (known: Times, now: Times): boolean =>
  known.startsAt.getTime() !== now.startsAt.getTime() || known.endsAt.getTime() !== now.endsAt.getTime();

const isSameText = (one: LocalText | null, other: LocalText | null): boolean =>
  (one?.km ?? '') === (other?.km ?? '') && (one?.en ?? '') === (other?.en ?? '');

/** The sentence that tells it: one that names the new place needs a place to name. */
export function sentenceFor(news: News, { place, isCancelled }: Occurrence): TextKey | undefined {
  if (isCancelled) return undefined;
  if (news === 'time' || news === 'call') return `occurrence.told.${news}`;
  if (place && hasText(place)) return `occurrence.told.${news}`;
  return news === 'place' ? 'occurrence.told.call' : 'occurrence.told.time';
}
