import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { foldPhone } from '#src/kernel/khmer/phone.ts';

/**
 * A number as people write it, in either script's digits and from Cambodia unless it says otherwise, as E.164
 * (`+85512000000`); undefined when no such number can exist. Short codes and extensions are not phone numbers here.
 */
export function parsePhone(text: string): string | undefined {
  const folded = foldPhone(text);
  if (!/^\+?\d+$/.test(folded)) return undefined;
  const number = parsePhoneNumberFromString(folded, 'KH');
  return number?.isValid() ? number.number : undefined;
}

/** E.164 grouped for reading, in Latin digits: `012 000 000` at home, `+1 212 555 0100` abroad. */
export function showPhone(e164: string): string {
  const number = parsePhoneNumberFromString(e164);
  if (!number) return e164;
  return number.country === 'KH' ? number.formatNational() : number.formatInternational();
}
