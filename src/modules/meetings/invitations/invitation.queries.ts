import { sql } from 'kysely';
import type { Actor } from '#src/kernel/actor.ts';
import type { LocalText } from '#src/kernel/local-text.ts';
import { checkAllowed } from '#src/kernel/outcome.ts';
import { type Load, type Runtime, reading, type Work, writing } from '#src/platform/db/handles.ts';
import { readKey, writeKey } from '#src/platform/db/page-key.ts';
import { mayInvite } from '../access.ts';
import { organisationOf } from '../known.queries.ts';
import type { Invitation } from './invitation.ts';

type InvitationPage = { readonly invitations: readonly Invitation[]; readonly next: string | undefined };

/** Who was asked, with what they said; for coordinators. */
export async function listInvitations(
  runtime: Runtime,
  actor: Actor,
  { occurrenceId, limit, after }: { occurrenceId: string; limit: number; after?: string | undefined },
): Promise<InvitationPage> {
  checkAllowed(mayInvite(actor));
  const key = readKey(after, 1);
  const rows = await reading(runtime)
    .selectFrom('meetings.invitation as invitation')
    .leftJoin('accounts.named as person', 'person.id', 'invitation.person_id')
    .leftJoin('meetings.rsvp as rsvp', (join) =>
      join
        .onRef('rsvp.occurrence_id', '=', 'invitation.occurrence_id')
        .on((on) =>
          on.or([
            on('rsvp.person_id', '=', on.ref('invitation.person_id')),
            on('rsvp.grant_id', '=', on.ref('invitation.grant_id')),
          ]),
        ),
    )
    .select(['invitation.id', 'invitation.name', 'person.name as personName', 'answer', 'seating'])
    .select(['invited_at as invitedAt', organisationOf('person.id').as('organisation')])
    .where('invitation.occurrence_id', '=', occurrenceId)
    .$if(key !== undefined, (query) => query.where('invitation.id', '>', key?.[0] ?? ''))
    .orderBy('invitation.id')
    .limit(limit + 1)
    .execute();
  const invitations = rows.slice(0, limit);
  const last = invitations.at(-1);
  return { invitations, next: rows.length > limit && last ? writeKey([last.id]) : undefined };
}

type NewInvitation = {
  readonly occurrenceId: string;
  readonly personId?: string;
  readonly grantId?: string;
  readonly name?: string | undefined;
  readonly addressId?: string;
};

/** False when they were asked before. */
export async function saveInvitation(work: Work, invitation: NewInvitation): Promise<boolean> {
  const saved = await writing(work)
    .insertInto('meetings.invitation')
    .values({
      id: work.newId(),
      occurrence_id: invitation.occurrenceId,
      person_id: invitation.personId ?? null,
      grant_id: invitation.grantId ?? null,
      name: invitation.name ?? null,
      address_id: invitation.addressId ?? null,
      invited_at: work.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return saved !== undefined;
}

/** What a stranger who was asked may answer for, by the address they were asked at. */
export const findInvitedStranger = (load: Load, occurrenceId: string, addressId: string) =>
  reading(load)
    .selectFrom('meetings.invitation')
    .select(['grant_id as grantId', 'name'])
    .where('occurrence_id', '=', occurrenceId)
    .where('address_id', '=', addressId)
    .where('grant_id', 'is not', null)
    .executeTakeFirst();

/** Where whoever holds a grant was asked. */
export async function findInvitedAddress(load: Load, grantId: string): Promise<string | undefined> {
  const row = await reading(load)
    .selectFrom('meetings.invitation')
    .select('address_id as addressId')
    .where('grant_id', '=', grantId)
    .executeTakeFirst();
  return row?.addressId ?? undefined;
}

/** Invitations that nobody has answered. */
const unanswered = (handle: Runtime | Load) =>
  reading(handle)
    .selectFrom('meetings.invitation as invitation')
    .where(
      sql<boolean>`not exists (
        select from meetings.rsvp
        where rsvp.occurrence_id = invitation.occurrence_id
          and (rsvp.person_id = invitation.person_id or rsvp.grant_id = invitation.grant_id))`,
    );

export const listUnansweredIds = async (runtime: Runtime, occurrenceId: string): Promise<string[]> => {
  const rows = await unanswered(runtime)
    .select('invitation.id')
    .where('invitation.occurrence_id', '=', occurrenceId)
    .orderBy('invitation.id')
    .execute();
  return rows.map(({ id }) => id);
};

/** An invitation without an answer, and who was asked, to tell them something. */
export const lockUnanswered = (load: Load, id: string) =>
  unanswered(load)
    .select(['invitation.id', 'invitation.occurrence_id as occurrenceId'])
    .select(['invitation.person_id as personId', 'invitation.grant_id as grantId'])
    .select('invitation.address_id as addressId')
    .where('invitation.id', '=', id)
    .forUpdate()
    .executeTakeFirst();

export type WithoutPeople = { readonly id: string; readonly slug: string; readonly name: LocalText };

/** Which of these organisations nobody is known of: nobody there can be asked. */
export const listWithoutPeople = (
  handle: Runtime | Load,
  organisationIds: readonly string[],
): Promise<WithoutPeople[]> =>
  reading(handle)
    .selectFrom('organisations.named as organisation')
    .select(['id', 'slug', 'name'])
    .where(sql<boolean>`id = any(${organisationIds}::uuid[])`)
    .where(
      sql<boolean>`not exists (
        select from organisations.placed where placed.organisation_id = organisation.id)`,
    )
    .orderBy('id')
    .execute();
