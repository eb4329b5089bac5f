import { z } from 'zod';
import { line, localText, paragraphs, requiredLocalText, webAddress } from '#src/web/form/fields.ts';

export const storyForm = z.object({
  name: requiredLocalText(line, { required: 'network.name.required', max: 120 }),
  tagline: localText(line, { max: 160 }),
  lead: localText(paragraphs, { max: 600 }),
  story: localText(paragraphs, { max: 20_000 }),
  website: webAddress('form.website.wrong').optional(),
  street: localText(line, { max: 240 }),
});
