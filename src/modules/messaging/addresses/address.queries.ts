import { sql } from 'kysely';
import type { Actor } from '#src/kernel/actor.ts';
import { isCoordinator, isSystem } from '#src/kernel/actor.ts';
import type { Language } from '#src/kernel/local-text.ts';
import { type Load, type Runtime, reading, type Work, writing } from '#src/platform/db/handles.ts';
import type { Addressee, Reach } from './address.ts';

const columns = ['id as addressId', 'channel', 'address', 'language'] as const;

export type KnownAddress = Addressee & { readonly personId: string | null };

export async function findAddress(load: Load, reach: Reach): Promise<KnownAddress | undefined> {
  return reading(load)
    .selectFrom('messaging.address')
    .select([...columns, 'person_id as personId'])
    .where('channel', '=', reach.channel)
    .where('address', '=', reach.address)
    .executeTakeFirst();
}

export const findAddressById = (load: Load, id: string): Promise<KnownAddress | undefined> =>
  reading(load)
    .selectFrom('messaging.address')
    .select([...columns, 'person_id as personId'])
    .where('id', '=', id)
    .executeTakeFirst();

/**
 * Whoever moves the conversation of an address on holds this lock: two replies, or a reply and a new question, come one
 * after the other. Messages that only go out do not wait for it.
 */
export const lockAddress = (load: Load, id: string): Promise<KnownAddress | undefined> =>
  reading(load)
    .selectFrom('messaging.address')
    .select([...columns, 'person_id as personId'])
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();

/** The one address a message to this person goes to. */
export const findPreferredAddress = (load: Load, personId: string): Promise<Addressee | undefined> =>
  reading(load)
    .selectFrom('messaging.address')
    .select(columns)
    .where('person_id', '=', personId)
    .orderBy('is_preferred', 'desc')
    .orderBy('created_at')
    .limit(1)
    .executeTakeFirst();

export type OwnAddress = Addressee & { readonly isPreferred: boolean };

/** A person's addresses, for that person and for coordinators. */
export async function listAddresses(
  handle: Runtime | Load,
  actor: Actor,
  personId: string,
): Promise<OwnAddress[]> {
  const isOwn = actor.kind === 'person' && actor.personId === personId;
  if (!isOwn && !isCoordinator(actor) && !isSystem(actor)) return [];
  return reading(handle)
    .selectFrom('messaging.address')
    .select([...columns, 'is_preferred as isPreferred'])
    .where('person_id', '=', personId)
    .orderBy('is_preferred', 'desc')
    .orderBy('created_at')
    .limit(20)
    .execute();
}

type NewAddress = Reach & { readonly language: Language; readonly personId?: string | undefined };

/**
 * The row of an address, made when it is new. A person given here becomes its owner when it has none: an address
 * that belongs to somebody is never taken over.
 */
export async function saveAddress(work: Work, { channel, address, language, personId }: NewAddress) {
  const row = await writing(work)
    .insertInto('messaging.address')
    .values({
      id: work.newId(),
      channel,
      address,
      language,
      person_id: personId ?? null,
      is_preferred: personId !== undefined && !(await findPreferredAddress(work, personId)),
      created_at: work.now,
    })
    .onConflict((conflict) =>
      conflict.columns(['channel', 'address']).doUpdateSet((known) => ({
        person_id: known.fn.coalesce('messaging.address.person_id', 'excluded.person_id'),
        is_preferred: sql<boolean>`address.is_preferred or (address.person_id is null and excluded.is_preferred)`,
      })),
    )
    .returning([...columns, 'person_id as personId'])
    .executeTakeFirstOrThrow();
  return row;
}

/** Whoever was shown to read an address has it from now on; callers have made sure that nobody signs in with it. */
export async function handOver(work: Work, addressId: string, personId: string): Promise<void> {
  await writing(work)
    .updateTable('messaging.address')
    .set({ person_id: personId, is_preferred: false })
    .where('id', '=', addressId)
    .execute();
}

export async function savePreferred(work: Work, personId: string, addressId: string): Promise<void> {
  const own = writing(work).updateTable('messaging.address').where('person_id', '=', personId);
  await own.set({ is_preferred: false }).where('is_preferred', '=', true).execute();
  await own.set({ is_preferred: true }).where('id', '=', addressId).execute();
}

export async function saveLanguage(work: Work, personId: string, language: Language): Promise<void> {
  await writing(work)
    .updateTable('messaging.address')
    .set({ language })
    .where('person_id', '=', personId)
    .execute();
}
