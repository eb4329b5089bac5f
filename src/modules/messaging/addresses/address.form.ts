import { z } from 'zod';
import { type TextKey, textKey } from '#src/kernel/text.ts';
import { parsePhone } from '#src/platform/phone/phone-number.ts';
import type { Reach } from './address.ts';

/** A telephone number or an e-mail address, as people type it, in one field. */
export const reachField = (required: TextKey) =>
  z.string(textKey(required)).transform((typed, context): Reach => {
    const reach = readReach(typed);
    if (reach) return reach;
    context.addIssue({
      code: 'custom',
      message: textKey(typed.includes('@') ? 'address.email.wrong' : 'address.phone.wrong'),
    });
    return z.NEVER;
  });

const email = z.email().max(254);

export function readReach(typed: string): Reach | undefined {
  if (typed.includes('@')) {
    const address = email.safeParse(typed.replace(/[\u200b\s]/g, '').toLowerCase());
    return address.success ? { channel: 'email', address: address.data } : undefined;
  }
  const phone = parsePhone(typed);
  return phone ? { channel: 'sms', address: phone } : undefined;
}
