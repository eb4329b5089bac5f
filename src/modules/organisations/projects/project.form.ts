import { z } from 'zod';
import { line, localText, paragraphs, requiredLocalText, rows, webAddress } from '#src/web/form/fields.ts';
import { inOrder, years } from '#src/web/form/years.ts';

const project = z
  .object({
    name: requiredLocalText(line, { required: 'project.name.required', max: 160 }),
    summary: localText(paragraphs, { max: 600 }),
    website: webAddress('form.website.wrong').optional(),
    ...years,
  })
  .refine(...inOrder);

/** All projects of one organisation at once: a row left blank is gone. */
export const projectsForm = z.object({ projects: rows(project) });
