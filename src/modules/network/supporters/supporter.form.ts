import { z } from 'zod';
import { line, localText, paragraphs, requiredLocalText, rows, webAddress } from '#src/web/form/fields.ts';
import { inOrder, years } from '#src/web/form/years.ts';

export const supportersForm = z.object({
  supporters: rows(
    z
      .object({
        name: requiredLocalText(line, { required: 'supporter.name.required', max: 200 }),
        text: localText(paragraphs, { max: 1000 }),
        website: webAddress('form.website.wrong').optional(),
        ...years,
      })
      .refine(...inOrder),
  ),
});
