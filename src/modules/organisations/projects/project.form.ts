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

const project = z
  .object({
    name: requiredLocalText(line, { required: 'project.name.required', max: 160 }),
    summary: localText(paragraphs, { max: 600 }),
    website: webAddress('form.website.wrong').optional(),
    sinceYear: year(),
    untilYear: year(),
  })
  .refine(({ sinceYear = 0, untilYear = sinceYear }) => sinceYear <= untilYear, {
    path: ['untilYear'],
    message: textKey('project.year.order'),
  });

/** All projects of one organisation at once: a row left blank is gone. */
export const projectsForm = z.object({ projects: rows(project) });
