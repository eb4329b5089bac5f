import { type Actor, isCoordinator, isRepresentative, isSystem } from '#src/kernel/actor.ts';
import type { InvitationRole } from './invitations/invitation.ts';

type Wanted = { readonly role: InvitationRole; readonly organisationId?: string | undefined };

/** Coordinators invite anybody; a representative invites colleagues. */
export const mayInviteAs = (actor: Actor, { role, organisationId }: Wanted): boolean => {
  if (isCoordinator(actor) || isSystem(actor)) return true;
  const isColleague = role === 'staff' || role === 'representative';
  return isColleague && organisationId !== undefined && isRepresentative(actor, organisationId);
};

type Known = { readonly id: string; readonly organisationId: string | null };

export const mayManageInvitation = (actor: Actor, { organisationId }: Known): boolean =>
  isCoordinator(actor) || (organisationId !== null && isRepresentative(actor, organisationId));

export const mayListInvitations = (actor: Actor): boolean =>
  isCoordinator(actor) ||
  (actor.kind === 'person' && actor.seats.some(({ role }) => role === 'representative'));

export const mayManageRoles = (actor: Actor): boolean => isCoordinator(actor);

/** One's own name, language and addresses. */
export const mayChangePerson = (actor: Actor, { id }: { readonly id: string }): boolean =>
  actor.kind === 'person' && actor.personId === id;

/** Whoever holds the secret of an invitation or a link; the secret was checked when it was loaded. */
export const mayUseSecret = (): boolean => true;
