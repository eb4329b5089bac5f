import { sql } from 'kysely';
import { type Actor, isCoordinator, isSystem } from '#src/kernel/actor.ts';
import { checkAllowed } from '#src/kernel/outcome.ts';
import { type Load, type Runtime, reading } from '#src/platform/db/handles.ts';
import type { Reach } from './address.ts';

type Whose = { readonly personIds: readonly string[]; readonly addressIds: readonly string[] };

/** How people are reached, the way they like best, by the id of the person or of the address; for coordinators. */
export async function findReaches(
  handle: Runtime | Load,
  actor: Actor,
  { personIds, addressIds }: Whose,
): Promise<ReadonlyMap<string, Reach>> {
  checkAllowed(isCoordinator(actor) || isSystem(actor));
  const rows = await reading(handle)
    .selectFrom('messaging.address')
    .select(['id', 'person_id as personId', 'channel', 'address'])
    .where(sql<boolean>`(person_id = any(${personIds}::uuid[]) or id = any(${addressIds}::uuid[]))`)
    // The one they like best comes last, over the others.
    .orderBy('is_preferred')
    .orderBy('created_at', 'desc')
    .execute();
  return new Map(
    rows.flatMap(({ id, personId, ...reach }) => [
      [id, reach] as const,
      ...(personId ? [[personId, reach] as const] : []),
    ]),
  );
}
