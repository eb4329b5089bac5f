import { type ExpressionBuilder, sql } from 'kysely';
import type { Standing } from '#src/kernel/audience.ts';
import { type Load, type Runtime, reading, type Work, writing } from '#src/platform/db/handles.ts';
import type { Schema } from '#src/platform/db/schema.ts';
import { today } from '#src/platform/db/today.ts';
import type { Membership } from './membership.ts';

/** An organisation's standing on a day, as a column of a query over organisations. */
export const currentStanding = (day: string) => (outer: ExpressionBuilder<Schema & Outer, 'organisation'>) =>
  outer
    .selectFrom('organisations.membership as membership')
    .select('membership.standing')
    .whereRef('membership.organisation_id', '=', 'organisation.id')
    .where('membership.since', '<=', day)
    .where((row) => row.or([row('membership.until', 'is', null), row('membership.until', '>', day)]))
    .limit(1)
    .as('standing');

type Outer = { organisation: Schema['organisations.organisation'] };

/** Oldest first. Who stands where in the network is public. */
export const listMemberships = (handle: Runtime | Load, organisationId: string): Promise<Membership[]> =>
  reading(handle)
    .selectFrom('organisations.membership')
    .select(['id', 'standing', 'since', 'until'])
    .where('organisation_id', '=', organisationId)
    .orderBy('since')
    .limit(100)
    .execute();

/** The standings of several organisations today, for accounts: a seat counts for what its organisation is. */
export async function standingsOf(
  handle: Runtime | Load,
  organisationIds: readonly string[],
): Promise<ReadonlyMap<string, Standing>> {
  const day = today(handle);
  const rows = await reading(handle)
    .selectFrom('organisations.membership')
    .select(['organisation_id as id', 'standing'])
    .where(sql<boolean>`organisation_id = any(${organisationIds})`)
    .where('since', '<=', day)
    .where((row) => row.or([row('until', 'is', null), row('until', '>', day)]))
    .execute();
  return new Map(rows.map(({ id, standing }) => [id, standing]));
}

/** Every organisation that holds one of these standings today. */
export async function listMemberIds(
  handle: Runtime | Load,
  standings: readonly Standing[],
): Promise<string[]> {
  const day = today(handle);
  const rows = await reading(handle)
    .selectFrom('organisations.membership')
    .select('organisation_id as id')
    .where(sql<boolean>`standing = any(${standings})`)
    .where('since', '<=', day)
    .where((row) => row.or([row('until', 'is', null), row('until', '>', day)]))
    .limit(5000)
    .execute();
  return rows.map(({ id }) => id);
}

type NewMembership = { readonly organisationId: string; readonly standing: Standing; readonly since: string };

/** Begins a standing; the one before ends where it begins. */
export async function saveMembership(work: Work, { organisationId, standing, since }: NewMembership) {
  await writing(work)
    .updateTable('organisations.membership')
    .set({ until: since })
    .where('organisation_id', '=', organisationId)
    .where((row) => row.or([row('until', 'is', null), row('until', '>', since)]))
    .execute();
  await writing(work)
    .insertInto('organisations.membership')
    .values({ id: work.newId(), organisation_id: organisationId, standing, since })
    .execute();
}

export async function saveEnd(work: Work, id: string, until: string): Promise<void> {
  await writing(work).updateTable('organisations.membership').set({ until }).where('id', '=', id).execute();
}

/** Takes back a standing that was written down by mistake; the one before goes on. */
export async function deleteMembership(
  work: Work,
  { id, before }: { id: string; before?: string | undefined },
) {
  await writing(work).deleteFrom('organisations.membership').where('id', '=', id).execute();
  if (before)
    await writing(work)
      .updateTable('organisations.membership')
      .set({ until: null })
      .where('id', '=', before)
      .execute();
}
