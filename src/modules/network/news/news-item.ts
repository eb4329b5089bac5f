import type { LocalText } from '#src/kernel/local-text.ts';

export type NewsItem = {
  readonly id: string;
  readonly title: LocalText;
  readonly body: LocalText;
  readonly bodyHtml: LocalText;
  /** Undefined while only coordinators see it. */
  readonly publishedAt: Date | null;
};

export type NewsHeadline = Pick<NewsItem, 'id' | 'title' | 'publishedAt'>;
