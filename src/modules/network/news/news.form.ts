import { z } from 'zod';
import { line, paragraphs, requiredLocalText, ticked } from '#src/web/form/fields.ts';

export const newsForm = z.object({
  title: requiredLocalText(line, { required: 'news.title.required', max: 160 }),
  body: requiredLocalText(paragraphs, { required: 'news.body.required', max: 20_000 }),
  isPublished: ticked(),
});
