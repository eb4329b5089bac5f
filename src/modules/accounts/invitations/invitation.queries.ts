import { sql } from 'kysely';
import type { Actor } from '#src/kernel/actor.ts';
import { isCoordinator } from '#src/kernel/actor.ts';
import type { Language } from '#src/kernel/local-text.ts';
import { checkAllowed } from '#src/kernel/outcome.ts';
import { hashSecret } from '#src/platform/credentials/session-token.ts';
import { type Load, type Runtime, reading, type Work, writing } from '#src/platform/db/handles.ts';
import { readKey, writeKey } from '#src/platform/db/page-key.ts';
import { mayListInvitations } from '../access.ts';
import type { Invitation, InvitationRole } from './invitation.ts';

/** By the secret of its link, whatever became of it. */
export const findInvitation = (handle: Runtime, secret: string): Promise<Invitation | undefined> =>
  invitations(handle).where('secret_hash', '=', hashSecret(secret)).executeTakeFirst();

export const lockInvitationBySecret = (load: Load, secret: string): Promise<Invitation | undefined> =>
  invitations(load).where('secret_hash', '=', hashSecret(secret)).forUpdate().executeTakeFirst();

export const lockInvitation = (load: Load, id: string): Promise<Invitation | undefined> =>
  invitations(load).where('id', '=', id).forUpdate().executeTakeFirst();

type InvitationPage = { readonly invitations: readonly Invitation[]; readonly next: string | undefined };

/** Newest first: every one for coordinators, those of their organisations for representatives. */
export async function listInvitations(
  runtime: Runtime,
  actor: Actor,
  { limit, after }: { limit: number; after?: string | undefined },
): Promise<InvitationPage> {
  checkAllowed(mayListInvitations(actor));
  const key = readKey(after, 1);
  const organisationIds =
    actor.kind === 'person'
      ? actor.seats.filter(({ role }) => role === 'representative').map((seat) => seat.organisationId)
      : [];
  const rows = await invitations(runtime)
    .where(sql<boolean>`(${isCoordinator(actor)} or organisation_id = any(${organisationIds}))`)
    .$if(key !== undefined, (query) => query.where('id', '<', key?.[0] ?? ''))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { invitations: page, next: rows.length > limit && last ? writeKey([last.id]) : undefined };
}

const invitations = (handle: Runtime | Load) =>
  reading(handle)
    .selectFrom('accounts.invitation')
    .select(['id', 'role', 'organisation_id as organisationId', 'name', 'language', 'channel', 'address'])
    .select(['invited_at as invitedAt', 'expires_at as expiresAt', 'revoked_at as revokedAt'])
    .select('accepted_at as acceptedAt');

type NewInvitation = {
  readonly id: string;
  readonly role: InvitationRole;
  readonly organisationId: string | undefined;
  readonly name: string | undefined;
  readonly language: Language;
  readonly reach: { readonly channel: 'email' | 'sms'; readonly address: string } | undefined;
  readonly expiresAt: Date;
};

/** Gives the secret of its link, which is nowhere else from now on. */
export async function saveInvitation(work: Work, { reach, ...invitation }: NewInvitation): Promise<string> {
  const secret = work.newSecret();
  await writing(work)
    .insertInto('accounts.invitation')
    .values({
      id: invitation.id,
      role: invitation.role,
      organisation_id: invitation.organisationId ?? null,
      name: invitation.name ?? null,
      language: invitation.language,
      channel: reach?.channel ?? null,
      address: reach?.address ?? null,
      secret_hash: hashSecret(secret),
      invited_by: work.actor.kind === 'person' ? work.actor.personId : null,
      invited_at: work.now,
      expires_at: invitation.expiresAt,
    })
    .execute();
  return secret;
}

/** A fresh secret and a fresh week; the link sent before opens nothing any more. */
export async function saveFreshSecret(work: Work, id: string, expiresAt: Date): Promise<string> {
  const secret = work.newSecret();
  await writing(work)
    .updateTable('accounts.invitation')
    .set({ secret_hash: hashSecret(secret), expires_at: expiresAt, revoked_at: null, invited_at: work.now })
    .where('id', '=', id)
    .execute();
  return secret;
}

export async function saveRevoked(work: Work, id: string): Promise<void> {
  await writing(work)
    .updateTable('accounts.invitation')
    .set({ revoked_at: work.now })
    .where('id', '=', id)
    .execute();
}

/** Links that the machine showed and nobody used: a new one takes their place. */
export async function revokeShown(work: Work): Promise<void> {
  await writing(work)
    .updateTable('accounts.invitation')
    .set({ revoked_at: work.now })
    .where('invited_by', 'is', null)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute();
}

/** What somebody invited for an organisation, or, as coordinator, at all, and nobody has taken up yet. */
export async function revokeInvitationsBy(
  work: Work,
  { personId, organisationId }: { personId: string; organisationId: string | null },
): Promise<void> {
  await writing(work)
    .updateTable('accounts.invitation')
    .set({ revoked_at: work.now })
    .where('invited_by', '=', personId)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .$if(organisationId !== null, (update) => update.where('organisation_id', '=', organisationId))
    .execute();
}

export async function saveAccepted(work: Work, id: string, personId: string): Promise<void> {
  await writing(work)
    .updateTable('accounts.invitation')
    .set({ person_id: personId, accepted_at: work.now })
    .where('id', '=', id)
    .execute();
}

/** Whether the network has somebody to run it. */
export async function hasCoordinator(runtime: Runtime): Promise<boolean> {
  const row = await reading(runtime)
    .selectFrom('accounts.seat')
    .select('id')
    .where('role', '=', 'coordinator')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
