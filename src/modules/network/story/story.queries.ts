import { type Load, type Runtime, reading, type Work, writing } from '#src/platform/db/handles.ts';
import { htmlOfBoth } from '#src/platform/markdown/markdown.ts';
import type { Network, Story } from './story.ts';

const columns = [
  'id',
  'name',
  'tagline',
  'lead',
  'story',
  'story_html as storyHtml',
  'website',
  'street',
] as const;

/** Undefined only before the seeds are in. */
export async function findNetwork(handle: Runtime | Load): Promise<Network | undefined> {
  const row = await reading(handle).selectFrom('network.network').select(columns).executeTakeFirst();
  return row && { ...row, website: row.website ?? undefined };
}

/** Whoever changes what the network says of itself holds this lock. */
export async function lockNetwork(load: Load): Promise<{ id: string } | undefined> {
  return reading(load).selectFrom('network.network').select('id').forUpdate().executeTakeFirst();
}

export async function saveNetwork(work: Work, id: string, story: Story): Promise<void> {
  await writing(work)
    .updateTable('network.network')
    .set(columnsOf(work, story))
    .where('id', '=', id)
    .execute();
}

/** Waits for another process that does the same at this moment; gives whether this one was first. */
export async function saveNewNetwork(work: Work, id: string, story: Story): Promise<boolean> {
  const saved = await writing(work)
    .insertInto('network.network')
    .values({ id, ...columnsOf(work, story) })
    .onConflict((conflict) => conflict.column('is_only').doNothing())
    .returning('id')
    .executeTakeFirst();
  return saved !== undefined;
}

const columnsOf = (work: Work, { name, tagline, lead, story, website, street }: Story) => ({
  name,
  tagline: tagline ?? {},
  lead: lead ?? {},
  story: story ?? {},
  story_html: htmlOfBoth(story ?? {}),
  website: website ?? null,
  street: street ?? {},
  changed_at: work.now,
});
