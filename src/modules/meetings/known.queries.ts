import { sql } from 'kysely';
import type { LocalText } from '#src/kernel/local-text.ts';
import { NotFound } from '#src/kernel/outcome.ts';
import { type Load, reading } from '#src/platform/db/handles.ts';

// What meetings know of people and organisations, whose rows belong to other modules.

/** The organisation a person works for, the first one where there are several; null for somebody who has none. */
export const organisationOf = (personId: string) =>
  sql<LocalText | null>`(
    select organisation.name
    from organisations.placed
    join organisations.named as organisation on organisation.id = placed.organisation_id
    where placed.person_id = ${sql.ref(personId)}
    order by placed.id
    limit 1)`;

/** Whether a person agreed to be shown, on the page of any organisation they work for. */
export const isShown = (personId: string) =>
  sql<boolean>`exists (
    select from organisations.placed where placed.person_id = ${sql.ref(personId)} and placed.is_public)`;

type Named = { readonly personIds?: readonly string[]; readonly organisationIds?: readonly string[] };

/** No foreign key leads into another module, so whoever saves an id of one asks first. Throws NotFound. */
export async function checkKnown(load: Load, { personIds = [], organisationIds = [] }: Named): Promise<void> {
  const unknown = sql<{ id: string }>`(
    select id from unnest(${personIds}::uuid[]) as wanted (id)
    where not exists (select from accounts.named where named.id = wanted.id)
    union all
    select id from unnest(${organisationIds}::uuid[]) as wanted (id)
    where not exists (select from organisations.named where named.id = wanted.id))`;
  const one = await reading(load).selectFrom(unknown.as('unknown')).select('id').limit(1).executeTakeFirst();
  if (one) throw new NotFound();
}
