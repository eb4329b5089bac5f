import { defineText } from '#src/kernel/text.ts';

export const newsText = defineText({
  'news.title': 'News',
  'news.description': 'What is new in the network.',
  'news.empty': 'No news yet. What the members do will be told here.',
  'news.all': 'All news',
  'news.drafts': 'News and drafts',
  'news.write': 'Write news',
  'news.edit': 'Edit',
  'news.headline': 'Headline',
  'news.title.required': 'Write a headline, in Khmer or in English.',
  'news.body': 'Text',
  'news.body.required': 'Write the text, in Khmer or in English.',
  'news.body.hint': 'Headings begin with ##, list items with a hyphen, and an empty line begins a paragraph.',
  'news.publish': 'Everybody may read it',
  'news.save': 'Save',
  'news.saved': 'Saved.',
  'news.draft': 'Draft: only coordinators see it',
  'news.remove': 'Delete',
  'news.removed': 'The news item is deleted.',
});

declare module '#src/kernel/text.ts' {
  interface Texts extends Record<keyof typeof newsText, string> {}
}
