import { sql } from 'kysely';
import type { Actor } from '#src/kernel/actor.ts';
import type { LocalText } from '#src/kernel/local-text.ts';
import { type Load, type Runtime, reading, type Work, writing } from '#src/platform/db/handles.ts';
import { isTime, readKey, writeKey } from '#src/platform/db/page-key.ts';
import { htmlOfBoth } from '#src/platform/markdown/markdown.ts';
import { mayWriteNews } from '../access.ts';
import type { NewsHeadline, NewsItem } from './news-item.ts';

/** What is published, and for those who write it, drafts too. */
const visible = (handle: Runtime | Load, actor: Actor) =>
  reading(handle)
    .selectFrom('network.news_item')
    .where(sql<boolean>`(published_at is not null or ${mayWriteNews(actor)})`);

type NewsPage = { readonly items: readonly NewsHeadline[]; readonly next: string | undefined };

/** Newest first; drafts, where they are seen, come before everything. */
export async function listNews(
  runtime: Runtime,
  actor: Actor,
  { limit, after }: { limit: number; after?: string | undefined },
): Promise<NewsPage> {
  const key = readKey(after, 2, isTime);
  const rows = await visible(runtime, actor)
    .select(['id', 'title', 'published_at as publishedAt'])
    .$if(key !== undefined, (query) =>
      query.where(
        sql<boolean>`(coalesce(published_at, 'infinity'), id) < (${key?.[0]}::timestamptz, ${key?.[1]}::uuid)`,
      ),
    )
    .orderBy(sql`coalesce(published_at, 'infinity')`, 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const isMore = rows.length > limit && last !== undefined;
  return {
    items,
    next: isMore ? writeKey([last.publishedAt?.toISOString() ?? 'infinity', last.id]) : undefined,
  };
}

export const findNewsItem = (handle: Runtime, actor: Actor, id: string): Promise<NewsItem | undefined> =>
  visible(handle, actor)
    .select(['id', 'title', 'body', 'body_html as bodyHtml', 'published_at as publishedAt'])
    .where('id', '=', id)
    .executeTakeFirst();

export const lockNewsItem = (load: Load, id: string): Promise<NewsItem | undefined> =>
  visible(load, load.actor)
    .select(['id', 'title', 'body', 'body_html as bodyHtml', 'published_at as publishedAt'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();

type Words = { readonly title: LocalText; readonly body: LocalText; readonly publishedAt: Date | null };

export async function saveNewsItem(
  work: Work,
  id: string,
  { title, body, publishedAt }: Words,
): Promise<void> {
  const columns = {
    title,
    body,
    body_html: htmlOfBoth(body),
    published_at: publishedAt,
    changed_at: work.now,
  };
  await writing(work)
    .insertInto('network.news_item')
    .values({ id, created_at: work.now, ...columns })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
    .execute();
}

export async function deleteNewsItem(work: Work, id: string): Promise<void> {
  await writing(work).deleteFrom('network.news_item').where('id', '=', id).execute();
}
