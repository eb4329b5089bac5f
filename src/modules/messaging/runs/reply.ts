import { searchKeyKm } from '#src/kernel/khmer/search-key.ts';

/** An answer that is offered: its number, and what people write for it. */
export type Offer = { readonly number: number; readonly words: readonly string[] };

type Offered = {
  readonly offers: readonly Offer[];
  /** What people write beside an answer, and what says nothing: “please”. */
  readonly beside: readonly string[];
  readonly wantsNumber: boolean;
};

// Whoever writes more than this tells us something: a number in it may be a date, a price or a telephone.
const mostLetters = 60;

/**
 * The number of the one answer that a reply means: “1”, “Ok 1.”, “I will come”, “១”. A reply that means two answers, or
 * says anything else besides, is given back as it is: who is misunderstood is worse off than who is asked again.
 */
export function readReply(reply: string, { offers, beside, wantsNumber }: Offered): string {
  if (reply.length > mostLetters) return reply;
  const said = plain(reply);
  const left = without(said, beside);
  if (left === '') return reply;
  const meant = offers.filter(
    ({ number, words }) => without(said, [`${number}`, ...words, ...beside]) === '',
  );
  if (meant[0] && meant.length === 1) return `${meant[0].number}`;
  return wantsNumber && /^\d{1,3}$/.test(left) ? left : reply;
}

/** One spelling, Latin digits, no signs; a number stands alone, also where Khmer writes no space before it. */
const plain = (text: string): string =>
  searchKeyKm(text)
    .replace(/[\ufe0f\u20e3]/g, '')
    .replace(/[\p{P}\p{S}]/gu, ' ')
    .replace(/\d+/g, ' $& ')
    .replace(/\s+/g, ' ')
    .trim();

/** Takes words away, the longest first; Khmer ones also from the middle of a line, since it has no spaces there. */
const without = (text: string, words: readonly string[]): string =>
  words
    .map(plain)
    .filter((word) => word !== '')
    .sort((one, other) => other.length - one.length)
    .reduce((left, word) => left.replace(everywhere(word), ' '), ` ${text} `)
    .replace(/\s+/g, ' ')
    .trim();

// Nothing that means something in a pattern is left in a plain word.
const everywhere = (word: string): RegExp =>
  new RegExp(/[\u1780-\u17ff]/.test(word) ? word : `(?<= )${word}(?= )`, 'g');
