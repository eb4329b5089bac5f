import { z } from 'zod';
import { line, requiredLocalText, rows, ticked, webAddress } from '#src/web/form/fields.ts';

export const figuresForm = z.object({
  figures: rows(
    z.object({
      value: requiredLocalText(line, { required: 'figure.value.required', max: 40 }),
      label: requiredLocalText(line, { required: 'figure.label.required', max: 200 }),
      source: requiredLocalText(line, { required: 'figure.source.required', max: 200 }),
      sourceUrl: webAddress('form.website.wrong').optional(),
      isMain: ticked(),
    }),
  ),
});
