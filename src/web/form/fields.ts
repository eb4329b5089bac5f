import { z } from 'zod';
import { isOneOf } from '#src/kernel/codes.ts';
import { foldDigits } from '#src/kernel/khmer/digits.ts';
import { normaliseKm } from '#src/kernel/khmer/normalise.ts';
import type { LocalText } from '#src/kernel/local-text.ts';
import { type TextKey, textKey } from '#src/kernel/text.ts';
import { parsePhone } from '#src/platform/phone/phone-number.ts';
import { rowPlace } from './form-state.ts';

// The fields of every form are made here, so that every text a person types is brought to its Khmer normal form at
// the edge, and every message is the key of a whole sentence. (A password is the one exception: it stays as typed.)

type Length = { readonly max: number; readonly tooLong?: TextKey };
type Needed = { readonly required: TextKey };

/** One line of text: trimmed, no line breaks, no invisible separators. */
export const line = ({ max, tooLong = 'form.too-long' }: Length) =>
  bounded(z.string(), max, tooLong)
    .transform(asLine)
    .pipe(z.string().max(max, textKey(tooLong)));

export const requiredLine = ({ required, max, tooLong = 'form.too-long' }: Length & Needed) =>
  bounded(z.string(textKey(required)), max, tooLong)
    .transform(asLine)
    .pipe(z.string().min(1, textKey(required)).max(max, textKey(tooLong)));

/** Several lines or paragraphs. Line ends become single line feeds. */
export const paragraphs = ({ max, tooLong = 'form.too-long' }: Length) =>
  bounded(z.string(), max, tooLong)
    .transform(asParagraphs)
    .pipe(z.string().max(max, textKey(tooLong)));

export const requiredParagraphs = ({ required, max, tooLong = 'form.too-long' }: Length & Needed) =>
  bounded(z.string(textKey(required)), max, tooLong)
    .transform(asParagraphs)
    .pipe(z.string().min(1, textKey(required)).max(max, textKey(tooLong)));

// They turn what stands after them around, so that a name can read as another. Khmer and English need none of them.
const turnsText = /[\u202a-\u202e\u2066-\u2069]/g;

const asLine = (text: string): string =>
  normaliseKm(
    text
      .replace(turnsText, '')
      .replace(/\u200b/g, '')
      .replace(/[\s\p{Cc}]+/gu, ' '),
  ).trim();

// Control characters are seen by nobody, and obeyed by terminals and headers: only tabs and line feeds stay.
const asParagraphs = (text: string): string =>
  normaliseKm(
    text
      .replace(turnsText, '')
      .replace(/\r\n?/g, '\n')
      .replace(/(?![\t\n])\p{Cc}/gu, ''),
  ).trim();

/** Bringing Khmer to its normal form costs time, so what is far too long is refused before. It names the length we keep to. */
const bounded = (text: z.ZodString, max: number, tooLong: TextKey) =>
  text.check(({ value, issues }) => {
    if (value.length <= 2 * max + 100) return;
    issues.push({ code: 'too_big', origin: 'string', maximum: max, input: value, message: textKey(tooLong) });
  });

type TextKind = typeof line | typeof paragraphs;

/** A text in Khmer, in English, or in both; nothing typed is undefined. */
export const localText = (kind: TextKind, length: Length) =>
  z
    .object({ km: kind(length).optional(), en: kind(length).optional() })
    .transform((text): LocalText | undefined => (text.km || text.en ? compact(text) : undefined))
    .optional();

/** The same, where at least one language is needed. */
export const requiredLocalText = (kind: TextKind, { required, ...length }: Length & Needed) =>
  z
    .object({ km: kind(length).optional(), en: kind(length).optional() })
    .prefault({})
    .refine((text) => Boolean(text.km || text.en), { message: textKey(required), path: ['km'] })
    .transform(compact);

/** Absent languages are absent, not undefined: what is stored has no empty halves. */
const compact = ({ km, en }: LocalText): LocalText => ({ ...(km && { km }), ...(en && { en }) });

type Range = { readonly min: number; readonly max: number } & {
  readonly number: TextKey;
  readonly tooSmall?: TextKey;
  readonly tooBig?: TextKey;
};

/** A whole number, in Latin or Khmer digits. */
export const wholeNumber = ({ min, max, number, tooSmall = number, tooBig = number }: Range) =>
  z
    .string(textKey(number))
    .transform((text) => foldDigits(text).trim())
    .pipe(
      z.coerce
        .number<string>(textKey(number))
        .int(textKey(number))
        .min(min, textKey(tooSmall))
        .max(max, textKey(tooBig)),
    );

/** One of a closed list. */
export const oneOf = <const Values extends readonly [string, ...string[]]>(
  values: Values,
  message: TextKey,
) => z.enum(values, textKey(message));

/** Any number of a closed list, as checkboxes send them, in the order of the list; unknown ones are refused. */
export const someOf = <const Values extends readonly [string, ...string[]]>(
  values: Values,
  message: TextKey,
) =>
  z
    .union([z.string(), z.array(z.string())])
    .default([])
    .transform((given, context): Values[number][] => {
      const known = values.filter((value) => [given].flat().includes(value));
      if ([given].flat().every(isOneOf(values))) return known;
      context.addIssue({ code: 'custom', message: textKey(message) });
      return z.NEVER;
    });

/** A box that is ticked or not. */
export const ticked = () => z.string().optional().transform(Boolean);

/** A day of the calendar, as 2026-11-22, typed in Latin or Khmer digits. */
export const day = (message: TextKey) =>
  z
    .string(textKey(message))
    .transform((text) => foldDigits(text).trim())
    .pipe(
      z.iso
        .date({ error: textKey(message), abort: true })
        .refine((text) => text >= firstDay && text <= lastDay, textKey(message)),
    );

// Whoever types another century made a slip, and some years have no place in a database.
const [firstDay, lastDay] = ['1900-01-01', '2199-12-31'];

/** A time of day, as 09:00, typed in Latin or Khmer digits. */
export const timeOfDay = (message: TextKey) =>
  z
    .string(textKey(message))
    .transform((text) => foldDigits(text).trim().slice(0, 5))
    .pipe(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, textKey(message)));

/** A web address people can follow: http or https only. Without a scheme, https is meant. */
export const webAddress = (message: TextKey) =>
  z
    .string()
    .transform(asLine)
    .transform((text) => (/^[a-z]+:/i.test(text) ? text : `https://${text.replace(/^\/+/, '')}`))
    .pipe(
      z
        .url({ protocol: /^https?$/, hostname: z.regexes.domain, error: textKey(message) })
        .max(500, textKey(message))
        // `https://bank.example@elsewhere.example` leads elsewhere.
        .refine((text) => !/^https?:\/\/[^/?#]*@/i.test(text), textKey(message)),
    );

export const emailAddress = (message: TextKey) =>
  z
    .string(textKey(message))
    .transform((text) => text.replace(/[\u200b\s]/g, '').toLowerCase())
    .pipe(z.email(textKey(message)).max(254, textKey(message)));

/** A telephone number as people write it, kept as E.164. */
export const phoneNumber = (message: TextKey) =>
  z.string(textKey(message)).transform((typed, context): string => {
    const phone = parsePhone(typed);
    if (phone) return phone;
    context.addIssue({ code: 'custom', message: textKey(message) });
    return z.NEVER;
  });

/** Repeated groups: `rows.0.text`, `rows.1.text` … Groups left blank are passed over; their places may have gaps. */
export const rows = <Row extends z.ZodType>(row: Row) =>
  z
    .record(z.string().regex(rowPlace), row)
    .optional()
    .transform((groups) => Object.values(groups ?? {}));
