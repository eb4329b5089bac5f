import { type Load, type Runtime, reading, type Work, writing } from '#src/platform/db/handles.ts';
import type { Figure } from './figure.ts';

export async function listFigures(handle: Runtime | Load): Promise<Figure[]> {
  const rows = await reading(handle)
    .selectFrom('network.figure')
    .select(['value', 'label', 'source', 'source_url as sourceUrl', 'is_main as isMain'])
    .orderBy('rank')
    .limit(100)
    .execute();
  return rows.map((row) => ({ ...row, sourceUrl: row.sourceUrl ?? undefined }));
}

export async function replaceFigures(work: Work, figures: readonly Figure[]): Promise<void> {
  await writing(work).deleteFrom('network.figure').execute();
  const rows = figures.map(({ value, label, source, sourceUrl, isMain }, rank) => ({
    id: work.newId(),
    rank,
    value,
    label,
    source,
    source_url: sourceUrl ?? null,
    is_main: isMain,
  }));
  if (rows.length > 0) await writing(work).insertInto('network.figure').values(rows).execute();
}
