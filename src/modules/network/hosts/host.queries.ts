import { type Load, type Runtime, reading, type Work, writing } from '#src/platform/db/handles.ts';
import type { HostTerm } from './host.ts';

/** Oldest first. */
export const listHostTerms = (handle: Runtime | Load): Promise<HostTerm[]> =>
  reading(handle)
    .selectFrom('network.host_term as term')
    .innerJoin('organisations.named as organisation', 'organisation.id', 'term.organisation_id')
    .select([
      'term.id',
      'term.organisation_id as organisationId',
      'organisation.name',
      'slug',
      'since',
      'until',
    ])
    .orderBy('since')
    .limit(100)
    .execute();

type NewTerm = {
  readonly organisationId: string;
  readonly since: string;
  readonly until?: string | undefined;
};

/** Begins a term; the one before ends where it begins. */
export async function saveHostTerm(work: Work, { organisationId, since, until }: NewTerm): Promise<void> {
  await writing(work)
    .updateTable('network.host_term')
    .set({ until: since })
    .where('until', 'is', null)
    .execute();
  await writing(work)
    .insertInto('network.host_term')
    .values({ id: work.newId(), organisation_id: organisationId, since, until: until ?? null })
    .execute();
}

/** Takes back a term that was written down by mistake; the one before goes on. */
export async function deleteHostTerm(
  work: Work,
  { id, before }: { id: string; before?: string | undefined },
): Promise<void> {
  await writing(work).deleteFrom('network.host_term').where('id', '=', id).execute();
  if (before)
    await writing(work)
      .updateTable('network.host_term')
      .set({ until: null })
      .where('id', '=', before)
      .execute();
}
