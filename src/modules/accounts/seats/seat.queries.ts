import type { Actor, SeatRole } from '#src/kernel/actor.ts';
import { isSystem } from '#src/kernel/actor.ts';
import type { Language, LocalText } from '#src/kernel/local-text.ts';
import { checkAllowed } from '#src/kernel/outcome.ts';
import { type Load, type Runtime, reading, type Work, writing } from '#src/platform/db/handles.ts';
import { readKey, writeKey } from '#src/platform/db/page-key.ts';
import { mayManageRoles } from '../access.ts';
import { revokeInvitationsBy } from '../invitations/invitation.queries.ts';

export type SeatRow = {
  readonly organisationId: string | null;
  readonly role: SeatRole | 'coordinator';
};

/** What a person is: a coordinator, somebody of an organisation, or neither. */
export const listSeats = (handle: Runtime | Load, personId: string): Promise<SeatRow[]> =>
  reading(handle)
    .selectFrom('accounts.seat')
    .select(['organisation_id as organisationId', 'role'])
    .where('person_id', '=', personId)
    .limit(100)
    .execute();

type NewSeat = SeatRow & { readonly personId: string };

/** Invited again, a person's role changes; they have one in each organisation. What they may invite no more, they did not. */
export async function saveSeat(work: Work, { personId, organisationId, role }: NewSeat): Promise<void> {
  if (role === 'staff') await revokeInvitationsBy(work, { personId, organisationId });
  await writing(work)
    .insertInto('accounts.seat')
    .values({
      id: work.newId(),
      person_id: personId,
      organisation_id: organisationId,
      role,
      since: work.now,
    })
    .onConflict((conflict) => conflict.columns(['person_id', 'organisation_id']).doUpdateSet({ role }))
    .execute();
}

/** Without an organisation, the person is a coordinator no longer. A link they kept would let them in again. */
export async function endSeat(
  work: Work,
  { personId, organisationId }: { personId: string; organisationId: string | null },
): Promise<void> {
  await revokeInvitationsBy(work, { personId, organisationId });
  await writing(work)
    .deleteFrom('accounts.seat')
    .where('person_id', '=', personId)
    .where('organisation_id', 'is not distinct from', organisationId)
    .execute();
}

/** Locks every coordinator's seat, so that the last one cannot leave while another does. */
export const lockCoordinatorIds = async (load: Load): Promise<string[]> => {
  const rows = await reading(load)
    .selectFrom('accounts.seat')
    .select('person_id as personId')
    .where('role', '=', 'coordinator')
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map(({ personId }) => personId);
};

export type Coordinator = { readonly personId: string; readonly language: Language };

/** Whom the network's own messages go to; for jobs. */
export async function listCoordinators(runtime: Runtime, actor: Actor): Promise<Coordinator[]> {
  checkAllowed(isSystem(actor));
  return reading(runtime)
    .selectFrom('accounts.seat as seat')
    .innerJoin('accounts.person as person', 'person.id', 'seat.person_id')
    .select(['person.id as personId', 'person.language'])
    .where('role', '=', 'coordinator')
    .limit(100)
    .execute();
}

export type Member = {
  readonly personId: string;
  readonly name: LocalText;
  readonly hasSignIn: boolean;
  readonly seats: readonly SeatRow[];
};

type MemberPage = { readonly members: readonly Member[]; readonly next: string | undefined };

/** Everybody with a sign-in or a role, in the order in which they came; for coordinators. */
export async function listMembers(
  runtime: Runtime,
  actor: Actor,
  { limit, after }: { limit: number; after?: string | undefined },
): Promise<MemberPage> {
  checkAllowed(mayManageRoles(actor));
  const key = readKey(after, 1);
  const rows = await reading(runtime)
    .selectFrom('accounts.person as person')
    .select(['person.id as personId', 'person.name', 'person.sign_in_id as signInId'])
    .where((row) =>
      row.or([
        row('person.sign_in_id', 'is not', null),
        row.exists(
          row
            .selectFrom('accounts.seat as seat')
            .select('seat.id')
            .whereRef('seat.person_id', '=', 'person.id'),
        ),
      ]),
    )
    .$if(key !== undefined, (query) => query.where('person.id', '>', key?.[0] ?? ''))
    .orderBy('person.id')
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  const seats = await seatsOf(
    runtime,
    page.map(({ personId }) => personId),
  );
  const last = page.at(-1);
  return {
    members: page.map(({ personId, name, signInId }) => ({
      personId,
      name,
      hasSignIn: signInId !== null,
      seats: seats.filter((seat) => seat.personId === personId),
    })),
    next: rows.length > limit && last ? writeKey([last.personId]) : undefined,
  };
}

const seatsOf = (runtime: Runtime, personIds: readonly string[]) =>
  reading(runtime)
    .selectFrom('accounts.seat')
    .select(['person_id as personId', 'organisation_id as organisationId', 'role'])
    .where(({ eb, val }) => eb('person_id', '=', eb.fn.any(val([...personIds]))))
    .execute();
