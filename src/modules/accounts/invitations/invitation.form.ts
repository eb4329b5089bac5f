import { z } from 'zod';
import { languages } from '#src/kernel/local-text.ts';
import { textKey } from '#src/kernel/text.ts';
import { reachField } from '#src/modules/messaging/index.ts';
import { emailAddress, line, oneOf, requiredLine } from '#src/web/form/fields.ts';
import { newPassword } from '../sign-in/sign-in.form.ts';
import { invitationRoles } from './invitation.ts';

export const invitationForm = z
  .object({
    /** Left out, the link is passed on by hand. */
    reach: reachField('address.required').optional(),
    name: line({ max: 120 }).optional(),
    language: oneOf(languages, 'form.invalid').default('km'),
    role: oneOf(invitationRoles, 'account-invitation.role.required'),
    organisationId: z.uuid(textKey('account-invitation.organisation.required')).optional(),
  })
  .refine(({ role, organisationId }) => organisationId !== undefined || !isOfOrganisation(role), {
    message: textKey('account-invitation.organisation.required'),
    path: ['organisationId'],
  });

const isOfOrganisation = (role: string): boolean => role === 'representative' || role === 'staff';

/** What somebody tells us who takes an invitation up: the address it was sent to signs in. */
export const acceptanceForm = z.object({
  name: requiredLine({ required: 'account-invitation.name.required', max: 120 }),
  email: emailAddress('address.email.wrong').optional(),
  password: newPassword(),
});

/** The same by a link that was passed on, which stands for no address. */
export const passedOnForm = acceptanceForm.extend({ email: emailAddress('address.email.wrong') });
