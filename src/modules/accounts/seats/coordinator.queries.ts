import type { Actor } from '#src/kernel/actor.ts';
import { isCoordinator, isSystem } from '#src/kernel/actor.ts';
import type { LocalText } from '#src/kernel/local-text.ts';
import { type Load, type Runtime, reading } from '#src/platform/db/handles.ts';

export type NamedCoordinator = { readonly personId: string; readonly name: LocalText };

/** Who runs the network, by name; for the network's own people, who work with them. Nobody for others. */
export async function listCoordinatorNames(
  handle: Runtime | Load,
  actor: Actor,
): Promise<NamedCoordinator[]> {
  const works = actor.kind === 'person' && actor.seats.length > 0;
  if (!works && !isCoordinator(actor) && !isSystem(actor)) return [];
  return reading(handle)
    .selectFrom('accounts.seat as seat')
    .innerJoin('accounts.person as person', 'person.id', 'seat.person_id')
    .select(['person.id as personId', 'person.name'])
    .where('role', '=', 'coordinator')
    .orderBy('seat.id')
    .limit(100)
    .execute();
}
