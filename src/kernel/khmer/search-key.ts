import { foldDigits } from './digits.ts';
import { normaliseKm } from './normalise.ts';

/**
 * What a text is found by, for an index and for a query alike: spellings and digits that mean the same give one key.
 * Lossy, so never shown and never stored as the text itself. Idempotent.
 */
export function searchKeyKm(text: string): string {
  const plain = normaliseKm(normaliseKm(text).normalize('NFKC').toLowerCase());
  const folded = normaliseKm(plain.replace(spelling, (found) => folds[found] ?? ''));
  return foldDigits(folded).replace(/\s+/g, ' ').trim();
}

const spelling = /\u17d2\u178a|[\u17a8\u17b2\u17d3\u17d8\u17dd\u17f0-\u17f9\u200b\u200c]/g;

// Subscript DA and TA look the same; the others are old or second spellings of what stands right of them.
const folds: Readonly<Record<string, string>> = {
  '\u17d2\u178a': '\u17d2\u178f',
  ឨ: 'ឧក',
  ឲ: 'ឱ',
  '\u17d3': '\u17c6',
  '\u17dd': '\u17d1',
  '\u17d8': '។ល។',
  // Divination digits (lek attak).
  '\u17f0': '0',
  '\u17f1': '1',
  '\u17f2': '2',
  '\u17f3': '3',
  '\u17f4': '4',
  '\u17f5': '5',
  '\u17f6': '6',
  '\u17f7': '7',
  '\u17f8': '8',
  '\u17f9': '9',
};
