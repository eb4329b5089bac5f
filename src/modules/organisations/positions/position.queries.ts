import { sql } from 'kysely';
import type { Actor, SeatRole } from '#src/kernel/actor.ts';
import type { LocalText } from '#src/kernel/local-text.ts';
import { type Load, type Runtime, reading, type Work, writing } from '#src/platform/db/handles.ts';
import { mayEditOrganisation, mayKnowPeople } from '../access.ts';
import type { Position, PublicPerson } from './position.ts';

/** Only those who agreed to be shown, and only what they agreed to show. */
export const listPublicPeople = (handle: Runtime | Load, organisationId: string): Promise<PublicPerson[]> =>
  reading(handle)
    .selectFrom('organisations.position as position')
    .innerJoin('accounts.named as person', 'person.id', 'position.person_id')
    .select(['position.id', 'person.name', 'title'])
    .select(['public_email as publicEmail', 'public_phone as publicPhone'])
    .where('organisation_id', '=', organisationId)
    .where('is_public', '=', true)
    .orderBy('position.id')
    .limit(100)
    .execute();

/** Everybody in an organisation, for those who look after it; nobody for others. */
export async function listPositions(
  handle: Runtime | Load,
  actor: Actor,
  organisationId: string,
): Promise<Position[]> {
  if (!mayEditOrganisation(actor, { id: organisationId })) return [];
  return positions(handle)
    .where('position.organisation_id', '=', organisationId)
    .orderBy('position.id')
    .limit(200)
    .execute();
}

export async function findPosition(
  handle: Runtime | Load,
  actor: Actor,
  { id, organisationId }: { id: string; organisationId: string },
): Promise<Position | undefined> {
  if (!mayEditOrganisation(actor, { id: organisationId })) return undefined;
  return positions(handle)
    .where('position.id', '=', id)
    .where('position.organisation_id', '=', organisationId)
    .executeTakeFirst();
}

const positions = (handle: Runtime | Load) =>
  reading(handle)
    .selectFrom('organisations.position as position')
    .innerJoin('accounts.named as person', 'person.id', 'position.person_id')
    .leftJoin('accounts.seated as seat', (join) =>
      join
        .onRef('seat.person_id', '=', 'position.person_id')
        .onRef('seat.organisation_id', '=', 'position.organisation_id'),
    )
    .select(['position.id', 'position.person_id as personId', 'title', 'is_public as isPublic'])
    .select(['public_email as publicEmail', 'public_phone as publicPhone'])
    .select(['person.name', 'person.language', 'person.has_sign_in as hasSignIn', 'seat.role'])
    // A seat in an organisation is never the coordinator's.
    .$narrowType<{ role: SeatRole | null }>();

export type Colleague = {
  readonly personId: string;
  readonly name: LocalText;
  readonly organisationId: string;
  readonly organisation: LocalText;
};

/** The people of some organisations; for operations that write to them, and forms that choose one of them. */
export const listColleagues = (
  handle: Runtime | Load,
  actor: Actor,
  organisationIds: readonly string[],
): Promise<Colleague[]> =>
  reading(handle)
    .selectFrom('organisations.position as position')
    .innerJoin('accounts.named as person', 'person.id', 'position.person_id')
    .innerJoin('organisations.named as organisation', 'organisation.id', 'position.organisation_id')
    .select(['person.id as personId', 'person.name', 'position.organisation_id as organisationId'])
    .select('organisation.name as organisation')
    .where(sql<boolean>`position.organisation_id = any(${organisationIds})`)
    .where(sql<boolean>`${mayKnowPeople(actor)}`)
    .orderBy('organisation.id')
    .orderBy('position.id')
    .limit(2000)
    .execute();

type Shown = {
  readonly title?: LocalText | undefined;
  readonly isPublic: boolean;
  readonly publicEmail?: string | undefined;
  readonly publicPhone?: string | undefined;
};

/** A person has one position in an organisation; saved again, it changes. Gives its id. */
export async function savePosition(
  work: Work,
  { organisationId, personId }: { organisationId: string; personId: string },
  { title = {}, isPublic, publicEmail, publicPhone }: Shown,
): Promise<string> {
  const columns = {
    title,
    is_public: isPublic,
    public_email: publicEmail ?? null,
    public_phone: publicPhone ?? null,
  };
  const saved = await writing(work)
    .insertInto('organisations.position')
    .values({ id: work.newId(), organisation_id: organisationId, person_id: personId, ...columns })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'person_id']).doUpdateSet(columns))
    .returning('id')
    .executeTakeFirstOrThrow();
  return saved.id;
}

/** Somebody joined the organisation on this site: listed, but not shown until they say so. */
export async function saveFirstPosition(work: Work, organisationId: string, personId: string): Promise<void> {
  await writing(work)
    .insertInto('organisations.position')
    .values({ id: work.newId(), organisation_id: organisationId, person_id: personId })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'person_id']).doNothing())
    .execute();
}

export async function deletePosition(work: Work, id: string): Promise<void> {
  await writing(work).deleteFrom('organisations.position').where('id', '=', id).execute();
}
