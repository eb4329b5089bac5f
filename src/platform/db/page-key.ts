import { z } from 'zod';

// Lists are paged by the key of the last row seen, not by counting: the next page begins where this one ended,
// whatever was added in between, and costs the same however far one goes.

/** A row's key as it stands in an address. */
export const writeKey = (parts: readonly string[]): string =>
  Buffer.from(JSON.stringify(parts)).toString('base64url');

/**
 * The parts again; undefined for anything this program did not write. The last part is always an id; where the first
 * is more than a text, `isFirst` says so, because PostgreSQL throws on a time that is none.
 */
export function readKey(
  text: string | undefined,
  length: number,
  isFirst: (part: string) => boolean = () => true,
): readonly string[] | undefined {
  if (!text) return undefined;
  const key = z.array(part).length(length).safeParse(parsed(text));
  if (!key.success || !isUuid(key.data.at(-1))) return undefined;
  return length === 1 || isFirst(key.data[0] ?? '') ? key.data : undefined;
}

/** A time as `toISOString` writes it, or the end of all times, which drafts have. */
export const isTime = (part: string): boolean =>
  part === 'infinity' || (z.iso.datetime().safeParse(part).success && part >= '0001');

/** A yes or no, as `String(true)` writes it. */
export const isTruth = (part: string): boolean => part === 'true' || part === 'false';

// No text in PostgreSQL holds the character NUL.
const part = z
  .string()
  .max(500)
  .refine((text) => !text.includes('\0'));

const isUuid = (text: string | undefined): boolean => z.uuid().safeParse(text).success;

function parsed(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
