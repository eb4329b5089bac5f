import { z } from 'zod';
import { line, localText, paragraphs, requiredLocalText, rows } from '#src/web/form/fields.ts';

export const activitiesForm = z.object({
  activities: rows(
    z.object({
      name: requiredLocalText(line, { required: 'activity.name.required', max: 160 }),
      text: localText(paragraphs, { max: 1000 }),
    }),
  ),
});
