import { sql } from 'kysely';
import type { LocalText } from '#src/kernel/local-text.ts';
import { type Load, type Runtime, reading, type Work, writing } from '#src/platform/db/handles.ts';
import type { Kind } from './kind.ts';

export const listKinds = (handle: Runtime | Load): Promise<Kind[]> =>
  reading(handle).selectFrom('meetings.kind').select(['id', 'name']).orderBy('rank').limit(200).execute();

export async function saveKind(work: Work, id: string, name: LocalText): Promise<void> {
  await writing(work)
    .insertInto('meetings.kind')
    .values({ id, name, rank: sql<number>`(select coalesce(max(rank) + 1, 0) from meetings.kind)` })
    .execute();
}

export const findKind = (handle: Runtime | Load, id: string): Promise<Kind | undefined> =>
  reading(handle).selectFrom('meetings.kind').select(['id', 'name']).where('id', '=', id).executeTakeFirst();

/** Whoever renames or removes a kind holds this lock. */
export const lockKind = (load: Load, id: string): Promise<Kind | undefined> =>
  reading(load)
    .selectFrom('meetings.kind')
    .select(['id', 'name'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();

/** Whoever gives a series its kind holds this one, so that nobody removes it meanwhile. */
export const lockChosenKind = (load: Load, id: string): Promise<{ id: string } | undefined> =>
  reading(load)
    .selectFrom('meetings.kind')
    .select('id')
    .where('id', '=', id)
    .forKeyShare()
    .executeTakeFirst();

export async function isKindUsed(handle: Runtime | Load, id: string): Promise<boolean> {
  const series = reading(handle).selectFrom('meetings.series').select('id').where('kind_id', '=', id);
  return (await series.limit(1).executeTakeFirst()) !== undefined;
}

export async function saveKindName(work: Work, id: string, name: LocalText): Promise<void> {
  await writing(work).updateTable('meetings.kind').set({ name }).where('id', '=', id).execute();
}

export async function deleteKind(work: Work, id: string): Promise<void> {
  await writing(work).deleteFrom('meetings.kind').where('id', '=', id).execute();
}
