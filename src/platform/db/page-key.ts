import { z } from 'zod';

// Lists are paged by the key of the last row seen, not by counting: the next page begins where this one ended,
// whatever was added in between, and costs the same however far one goes.

/** A row's key as it stands in an address. */
export const writeKey = (parts: readonly string[]): string =>
  Buffer.from(JSON.stringify(parts)).toString('base64url');

/** The parts again; undefined for anything this program did not write. The last part is always an id. */
export function readKey(text: string | undefined, length: number): readonly string[] | undefined {
  if (!text) return undefined;
  const key = keyOf(length).safeParse(parsed(text));
  return key.success ? key.data : undefined;
}

const keyOf = (length: number) =>
  z
    .array(z.string().max(500))
    .length(length)
    .refine((parts) => z.uuid().safeParse(parts.at(-1)).success);

function parsed(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
