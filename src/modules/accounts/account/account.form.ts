import { z } from 'zod';
import { languages } from '#src/kernel/local-text.ts';
import { line, oneOf, requiredLocalText } from '#src/web/form/fields.ts';
import { newPassword, typedPassword } from '../sign-in/sign-in.form.ts';

export const accountForm = z.object({
  name: requiredLocalText(line, { required: 'account-invitation.name.required', max: 120 }),
  language: oneOf(languages, 'form.invalid'),
});

export const preferredForm = z.object({ addressId: z.uuid() });

export const passwordForm = z.object({ current: typedPassword(), password: newPassword() });
