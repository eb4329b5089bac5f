import type { Standing } from '#src/kernel/audience.ts';
import { Refused } from '#src/kernel/outcome.ts';

/** A stretch of time in which an organisation held a standing. Days as 2026-11-22; `until` is the first day after. */
export type Membership = {
  readonly id: string;
  readonly standing: Standing;
  readonly since: string;
  readonly until: string | null;
};

/** One standing at a time: a new one begins no earlier than the one before it began. */
export function checkFollows(known: readonly Membership[], since: string): void {
  const last = known.at(-1);
  if (last && since <= last.since) throw new Refused('membership.since.too-early');
}

export function checkEnd({ since }: Pick<Membership, 'since'>, until: string): void {
  if (until < since) throw new Refused('membership.until.too-early');
}

/** Whether it is held on that day. */
export const isHeldOn = ({ since, until }: Pick<Membership, 'since' | 'until'>, day: string): boolean =>
  since <= day && (until === null || until > day);
