import { z } from 'zod';
import { provinceCodes } from '#src/kernel/khmer/provinces.ts';
import {
  emailAddress,
  line,
  localText,
  oneOf,
  paragraphs,
  phoneNumber,
  requiredLocalText,
  someOf,
  webAddress,
} from '#src/web/form/fields.ts';
import { expertises, organisationKinds, sectors, workingLanguages } from '../codes/codes.ts';

export const organisationForm = z.object({
  name: requiredLocalText(line, { required: 'organisation.name.required', max: 160 }),
  abbreviation: line({ max: 20 }).optional(),
  kind: oneOf(organisationKinds, 'organisation.kind.required'),
  about: localText(paragraphs, { max: 4000 }),
  expertise: someOf(expertises, 'form.invalid'),
  sectors: someOf(sectors, 'form.invalid'),
  languages: someOf(workingLanguages, 'form.invalid'),
  province: oneOf(provinceCodes, 'form.invalid').optional(),
  street: localText(line, { max: 200 }),
  website: webAddress('form.website.wrong').optional(),
  publicEmail: emailAddress('address.email.wrong').optional(),
  publicPhone: phoneNumber('organisation.phone.wrong').optional(),
});
