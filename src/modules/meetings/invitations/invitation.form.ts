import { z } from 'zod';
import { languages } from '#src/kernel/local-text.ts';
import { textKey } from '#src/kernel/text.ts';
import { reachField } from '#src/modules/messaging/index.ts';
import { oneOf, requiredLine, ticked } from '#src/web/form/fields.ts';

export const mostOrganisations = 500;

/** Whole organisations, or all of a standing: whoever of their people can be reached is asked. */
export const groupForm = z
  .object({
    members: ticked(),
    partners: ticked(),
    organisationIds: z
      .union([z.uuid(), z.array(z.uuid()).max(mostOrganisations)])
      .default([])
      .transform((given) => [given].flat()),
  })
  .refine((form) => form.members || form.partners || form.organisationIds.length > 0, {
    message: textKey('invitation.group.required'),
    path: ['members'],
  });

/** One person, known here or not. */
export const contactForm = z.object({
  name: requiredLine({ required: 'invitation.name.required', max: 80 }),
  reach: reachField('address.required'),
  language: oneOf(languages, 'form.invalid').default('km'),
});
