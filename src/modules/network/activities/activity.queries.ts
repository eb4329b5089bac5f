import { type Load, type Runtime, reading, type Work, writing } from '#src/platform/db/handles.ts';
import type { Activity } from './activity.ts';

export const listActivities = (handle: Runtime | Load): Promise<Activity[]> =>
  reading(handle)
    .selectFrom('network.activity')
    .select(['name', 'text'])
    .orderBy('rank')
    .limit(100)
    .execute();

export async function replaceActivities(work: Work, activities: readonly Activity[]): Promise<void> {
  await writing(work).deleteFrom('network.activity').execute();
  const rows = activities.map(({ name, text = {} }, rank) => ({ id: work.newId(), rank, name, text }));
  if (rows.length > 0) await writing(work).insertInto('network.activity').values(rows).execute();
}
