import { z } from 'zod';
import { textKey } from '#src/kernel/text.ts';
import { reachField } from '#src/modules/messaging/index.ts';
import { passwordLength } from '#src/platform/credentials/password.ts';

/** As typed, every character of it (ASVS 6.2.8). */
export const typedPassword = () => z.string(textKey('sign-in.password.required'));

export const newPassword = () =>
  z
    .string(textKey('sign-in.password.required'))
    .min(passwordLength.min, textKey('sign-in.password.too-short'))
    .max(passwordLength.max, textKey('sign-in.password.too-long'));

export const signInForm = z.object({
  reach: reachField('sign-in.reach.required'),
  password: typedPassword().max(passwordLength.max, textKey('sign-in.password.too-long')),
});

export const signInLinkForm = z.object({ reach: reachField('sign-in.reach.required') });
