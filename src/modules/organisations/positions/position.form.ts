import { z } from 'zod';
import { languages } from '#src/kernel/local-text.ts';
import { reachField } from '#src/modules/messaging/index.ts';
import {
  emailAddress,
  line,
  localText,
  oneOf,
  phoneNumber,
  requiredLocalText,
  ticked,
} from '#src/web/form/fields.ts';

/** Public and private are asked for apart, so that nobody publishes a number by mistake. */
export const positionForm = z.object({
  name: requiredLocalText(line, { required: 'position.name.required', max: 120 }),
  title: localText(line, { max: 120 }),
  language: oneOf(languages, 'form.invalid').default('km'),
  reach: reachField('address.required').optional(),
  isPublic: ticked(),
  publicEmail: emailAddress('address.email.wrong').optional(),
  publicPhone: phoneNumber('organisation.phone.wrong').optional(),
});
