import type { Language } from '#src/kernel/local-text.ts';
import { Refused } from '#src/kernel/outcome.ts';

export const invitationRoles = ['coordinator', 'representative', 'staff', 'account'] as const;
export type InvitationRole = (typeof invitationRoles)[number];

export type Invitation = {
  readonly id: string;
  readonly role: InvitationRole;
  readonly organisationId: string | null;
  readonly name: string | null;
  readonly language: Language;
  readonly channel: 'email' | 'sms' | null;
  readonly address: string | null;
  readonly invitedAt: Date;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  readonly acceptedAt: Date | null;
};

export type InvitationState = 'open' | 'accepted' | 'revoked' | 'expired';

export function stateOf({ acceptedAt, revokedAt, expiresAt }: Invitation, now: Date): InvitationState {
  if (acceptedAt) return 'accepted';
  if (revokedAt) return 'revoked';
  return now >= expiresAt ? 'expired' : 'open';
}

/** Once, in time, and only while nobody took it back. */
export function checkUsable(invitation: Invitation, now: Date): void {
  if (stateOf(invitation, now) !== 'open') throw new Refused('account-invitation.used');
}

const day = 24 * 60 * 60 * 1000;

/** A link that a person gives has a week; the one that the machine shows, a day. */
export const expiryOf = (now: Date, giver: 'person' | 'machine'): Date =>
  new Date(now.getTime() + (giver === 'person' ? 7 * day : day));
