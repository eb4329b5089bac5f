import type { LocalText } from '#src/kernel/local-text.ts';
import { type Load, type Runtime, reading, type Work, writing } from '#src/platform/db/handles.ts';
import type { Project } from './project.ts';

export const listProjects = (handle: Runtime | Load, organisationId: string): Promise<Project[]> =>
  reading(handle)
    .selectFrom('organisations.project')
    .select(['id', 'name', 'summary', 'website', 'since_year as sinceYear', 'until_year as untilYear'])
    .where('organisation_id', '=', organisationId)
    .orderBy('id')
    .limit(100)
    .execute();

export type NewProject = {
  readonly name: LocalText;
  readonly summary?: LocalText | undefined;
  readonly website?: string | undefined;
  readonly sinceYear?: number | undefined;
  readonly untilYear?: number | undefined;
};

export async function replaceProjects(
  work: Work,
  organisationId: string,
  projects: readonly NewProject[],
): Promise<void> {
  const db = writing(work);
  await db.deleteFrom('organisations.project').where('organisation_id', '=', organisationId).execute();
  for (const { name, summary = {}, website, sinceYear, untilYear } of projects)
    await db
      .insertInto('organisations.project')
      .values({
        id: work.newId(),
        organisation_id: organisationId,
        name,
        summary,
        website: website ?? null,
        since_year: sinceYear ?? null,
        until_year: untilYear ?? null,
      })
      .execute();
}
