import { z } from 'zod';
import { textKey } from '#src/kernel/text.ts';
import {
  line,
  localText,
  paragraphs,
  requiredLocalText,
  rows,
  webAddress,
  wholeNumber,
} from '#src/web/form/fields.ts';

const year = () => wholeNumber({ min: 1950, max: 2100, number: 'project.year.wrong' }).optional();

export const supportersForm = z.object({
  supporters: rows(
    z
      .object({
        name: requiredLocalText(line, { required: 'supporter.name.required', max: 200 }),
        text: localText(paragraphs, { max: 1000 }),
        website: webAddress('form.website.wrong').optional(),
        sinceYear: year(),
        untilYear: year(),
      })
      .refine(({ sinceYear = 0, untilYear = sinceYear }) => sinceYear <= untilYear, {
        path: ['untilYear'],
        message: textKey('project.year.order'),
      }),
  ),
});
