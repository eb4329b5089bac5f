import assert from 'node:assert/strict';
import { describe, it } from 'vitest';
import { isHigher, type MessageState, maxAttempts, messageStates, nextAttemptAt } from './outbox.ts';

/** What each state may become; everything else that is said of a message comes too late to count. */
const mayBecome: Readonly<Record<MessageState, readonly MessageState[]>> = {
  held: ['queued', 'claimed', 'accepted', 'sent', 'delivered', 'failed', 'expired', 'unknown'],
  queued: ['claimed', 'accepted', 'sent', 'delivered', 'failed', 'expired', 'unknown'],
  claimed: ['accepted', 'sent', 'delivered', 'failed', 'expired', 'unknown'],
  accepted: ['sent', 'delivered', 'failed', 'expired', 'unknown'],
  sent: ['delivered', 'failed', 'expired', 'unknown'],
  unknown: ['delivered', 'failed', 'expired'],
  failed: ['delivered'],
  expired: ['delivered'],
  delivered: [],
};

describe('the state of a message only rises', () => {
  for (const known of messageStates)
    for (const next of messageStates)
      it(`${known}, then ${next}`, () =>
        assert.equal(isHigher(next, known), mayBecome[known].includes(next)));
});

describe('the next attempt', () => {
  const now = new Date('2026-03-01T02:00:00Z');
  const secondsAfter = (attempt: number, random: number) =>
    (nextAttemptAt(now, attempt, random).getTime() - now.getTime()) / 1000;

  it('comes after 30 seconds, 2, 10 and 30 minutes, then 2 hours, six attempts in all', () => {
    const attempts = Array.from({ length: maxAttempts - 1 }, (_, place) => place + 1);
    assert.deepEqual(
      attempts.map((attempt) => secondsAfter(attempt, 0.5)),
      [30, 120, 600, 1_800, 7_200],
    );
  });

  it('is spread by a fifth either way', () => {
    assert.deepEqual([secondsAfter(1, 0), secondsAfter(1, 1)], [24, 36]);
    assert.deepEqual([secondsAfter(5, 0), secondsAfter(5, 1)], [5_760, 8_640]);
  });
});
