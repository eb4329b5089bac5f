export const encodings = ['br', 'gzip'] as const;
export type Encoding = (typeof encodings)[number];

/** The smallest form a browser can read of those there are; undefined when it takes the plain one only (RFC 9110, 12.5.3). */
export function encodingFor(accepted = '', there: readonly Encoding[] = encodings): Encoding | undefined {
  const wanted = accepted.toLowerCase().split(',').filter(isWanted).map(nameOf);
  return there.find((encoding) => wanted.includes(encoding));
}

const nameOf = (range: string): string => range.split(';')[0]?.trim() ?? '';

/** A weight of nought means never. */
const isWanted = (range: string): boolean => !/;\s*q=0(\.0*)?\s*$/.test(range);
