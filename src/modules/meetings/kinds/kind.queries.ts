import { sql } from 'kysely';
import type { LocalText } from '#src/kernel/local-text.ts';
import { type Load, type Runtime, reading, type Work, writing } from '#src/platform/db/handles.ts';
import type { Kind } from './kind.ts';

export const listKinds = (handle: Runtime | Load): Promise<Kind[]> =>
  reading(handle).selectFrom('meetings.kind').select(['id', 'name']).orderBy('rank').limit(200).execute();

export async function saveKind(work: Work, id: string, name: LocalText): Promise<void> {
  await writing(work)
    .insertInto('meetings.kind')
    .values({ id, name, rank: sql<number>`(select count(*) from meetings.kind)` })
    .execute();
}
