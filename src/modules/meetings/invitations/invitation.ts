import type { LocalText } from '#src/kernel/local-text.ts';
import type { Answer, Seating } from '../rsvps/rsvp.ts';

/** Somebody who was asked to come to one meeting, and what they said. */
export type Invitation = {
  readonly id: string;
  /** What the coordinator called a stranger. */
  readonly name: string | null;
  readonly personName: LocalText | null;
  readonly organisation: LocalText | null;
  readonly answer: Answer | null;
  readonly seating: Seating | null;
  readonly invitedAt: Date;
};
