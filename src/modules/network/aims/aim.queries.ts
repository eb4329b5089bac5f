import { type Load, type Runtime, reading, type Work, writing } from '#src/platform/db/handles.ts';
import type { Aim } from './aim.ts';

export const listAims = (handle: Runtime | Load): Promise<Aim[]> =>
  reading(handle).selectFrom('network.aim').select('text').orderBy('rank').limit(100).execute();

export async function replaceAims(work: Work, aims: readonly Aim[]): Promise<void> {
  await writing(work).deleteFrom('network.aim').execute();
  const rows = aims.map(({ text }, rank) => ({ id: work.newId(), rank, text }));
  if (rows.length > 0) await writing(work).insertInto('network.aim').values(rows).execute();
}
