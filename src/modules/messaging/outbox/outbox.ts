/** A message's fate. The rank only rises: a late receipt never lowers it. */
export const messageStates = [
  'queued',
  'held',
  'claimed',
  'accepted',
  'sent',
  'delivered',
  'failed',
  'expired',
  'unknown',
] as const;
export type MessageState = (typeof messageStates)[number];

const ranks: Readonly<Record<MessageState, number>> = {
  held: 0,
  queued: 1,
  claimed: 2,
  accepted: 3,
  sent: 4,
  // What nobody could say is outranked by a receipt that says it after all.
  unknown: 5,
  expired: 6,
  failed: 6,
  delivered: 7,
};

export const isHigher = (next: MessageState, known: MessageState): boolean => ranks[next] > ranks[known];

export const maxAttempts = 6;
/** How long one worker may take over one attempt before another takes it on. */
export const leaseSeconds = 120;

const backoffSeconds = [30, 120, 600, 1_800, 7_200];

/** When to try again after so many attempts, spread by 20 % so that failed messages do not come back as a crowd. */
export function nextAttemptAt(now: Date, attempt: number, random: number): Date {
  const seconds = backoffSeconds[Math.min(attempt, backoffSeconds.length) - 1] ?? 30;
  return new Date(now.getTime() + seconds * 1000 * (0.8 + 0.4 * random));
}
