import { type Load, type Runtime, reading, type Work, writing } from '#src/platform/db/handles.ts';
import type { Supporter } from './supporter.ts';

export async function listSupporters(handle: Runtime | Load): Promise<Supporter[]> {
  const rows = await reading(handle)
    .selectFrom('network.supporter')
    .select(['name', 'text', 'website', 'since_year as sinceYear', 'until_year as untilYear'])
    .orderBy('rank')
    .limit(100)
    .execute();
  return rows.map((row) => ({
    ...row,
    website: row.website ?? undefined,
    sinceYear: row.sinceYear ?? undefined,
    untilYear: row.untilYear ?? undefined,
  }));
}

export async function replaceSupporters(work: Work, supporters: readonly Supporter[]): Promise<void> {
  await writing(work).deleteFrom('network.supporter').execute();
  const rows = supporters.map(({ name, text = {}, website, sinceYear, untilYear }, rank) => ({
    id: work.newId(),
    rank,
    name,
    text,
    website: website ?? null,
    since_year: sinceYear ?? null,
    until_year: untilYear ?? null,
  }));
  if (rows.length > 0) await writing(work).insertInto('network.supporter').values(rows).execute();
}
