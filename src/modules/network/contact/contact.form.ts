import { z } from 'zod';
import { reachField } from '#src/modules/messaging/index.ts';
import { requiredLine, requiredParagraphs } from '#src/web/form/fields.ts';

export const contactForm = z.object({
  name: requiredLine({ required: 'contact.name.required', max: 120 }),
  reach: reachField('address.required'),
  body: requiredParagraphs({ required: 'contact.body.required', max: 5000 }),
  /** The field no person sees. */
  homepage: z.string().optional(),
});
