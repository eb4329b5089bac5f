import { z } from 'zod';
import { requiredParagraphs } from '#src/web/form/fields.ts';

export const replyForm = z.object({
  body: requiredParagraphs({ required: 'simulator.body.required', max: 2000 }),
});
