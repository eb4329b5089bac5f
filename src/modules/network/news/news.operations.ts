import type { LocalText } from '#src/kernel/local-text.ts';
import { operation } from '#src/platform/db/operation.ts';
import { mayWriteNews } from '../access.ts';
import { deleteNewsItem, lockNewsItem, saveNewsItem } from './news.queries.ts';

type Words = { readonly title: LocalText; readonly body: LocalText; readonly isPublished: boolean };

/** Gives the new item's id. */
export const writeNews = operation({
  name: 'network.writeNews',
  load: async (load, _input: Words) => ({ id: load.newId() }),
  allow: mayWriteNews,
  async run(work, { id }, { title, body, isPublished }) {
    await saveNewsItem(work, id, { title, body, publishedAt: isPublished ? work.now : null });
    return id;
  },
});

/** The day it was first published stays. */
export const changeNews = operation({
  name: 'network.changeNews',
  load: (load, { id }: Words & { id: string }) => lockNewsItem(load, id),
  allow: mayWriteNews,
  run: (work, known, { title, body, isPublished }) =>
    saveNewsItem(work, known.id, {
      title,
      body,
      publishedAt: isPublished ? (known.publishedAt ?? work.now) : null,
    }),
});

export const removeNews = operation({
  name: 'network.removeNews',
  load: (load, { id }: { id: string }) => lockNewsItem(load, id),
  allow: mayWriteNews,
  run: (work, { id }) => deleteNewsItem(work, id),
});
