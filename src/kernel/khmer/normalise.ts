/**
 * Khmer text as we store it: what looks the same becomes the same characters, and nothing a reader sees changes.
 * Idempotent. Canonical Khmer, Latin text and emoji pass unchanged.
 * Structure of a syllable: Unicode Technical Note 61, "Khmer Encoding Structure".
 */
export function normaliseKm(text: string): string {
  if (!beyondAscii.test(text)) return text;
  let [before, after] = [text, repair(text)];
  // A repair can bring new neighbours together. Real text is settled by the first; the limit is for hostile text.
  for (let pass = 1; after !== before && pass < passLimit; pass += 1)
    [before, after] = [after, repair(after)];
  return after;
}

const passLimit = 5;

// NFC first, so that canonically equal texts are one; and last, because the repairs can undo it.
const repair = (text: string): string =>
  text
    .normalize('NFC')
    .replace(invisible, '')
    .replace(deprecated, (letter) => modern[letter] ?? '')
    .replace(zeroWidths, keepZeroWidth)
    .replace(brokenCoeng, (run) => `${run.replaceAll(coeng, '')}${coeng}`)
    .replace(syllable, repairSyllable)
    .normalize('NFC');

const beyondAscii = /[\u0080-\uffff]/;
const invisible = /[\u00ad\u200e\u200f\u2060\u2063\ufeff]+/g;

const deprecated = /[\u17a3\u17a4\u17b4\u17b5]/g;
const modern: Readonly<Record<string, string>> = { '\u17a3': '\u17a2', '\u17a4': '\u17a2\u17b6' };

const zwsp = '\u200b';
const zwnj = '\u200c';
const zeroWidths = /[\u200b-\u200d]+/g;

// The edges of a text count as spaces.
function keepZeroWidth(run: string, at: number, text: string): string {
  const before = text[at - 1] ?? ' ';
  const after = text[at + run.length] ?? ' ';
  if (isAfterCoeng(text, at)) return '';
  const inSyllable = isMark(before) || isMark(after) || text[at - 2] === coeng;
  const joiner = inSyllable && run.includes(zwnj) ? zwnj : '';
  if (isMark(after)) return joiner;
  const wordBreak = isBreak(before) || isBreak(after) ? '' : zwsp;
  if (!isKhmer(before) && !isKhmer(after)) return run.replace(/\u200b+/g, wordBreak);
  return joiner + (run.includes(zwsp) ? wordBreak : '');
}

// ATTHACAN may stand between: see brokenCoeng.
function isAfterCoeng(text: string, at: number): boolean {
  let last = at - 1;
  while (text[last] === '\u17dd') last -= 1;
  return text[last] === coeng;
}

const isMark = (letter: string) => /[\u17b6-\u17d3\u17dd]/.test(letter);
const isBreak = (letter: string) => /[\s\u17d4-\u17d6]/.test(letter);
const isKhmer = (letter: string) => /[\u1780-\u17ff]/.test(letter);

// Unicode's combining classes move ATTHACAN 17DD between a coeng and its consonant whenever a text passes NFC.
const coeng = '\u17d2';
const brokenCoeng = /\u17d2[\u17d2\u17dd]+/g;

const syllable = /[\u1780-\u17b3](?:\u17d2[\u1780-\u17b3]|[\u17b6-\u17d1\u17d3\u17dd\u200c]){2,}/g;
const part = /\u17d2?./g;

function repairSyllable(typed: string): string {
  const [base = '', ...marks] = typed.match(part) ?? [];
  const parts = new Set(marks);
  joinSplitVowel(parts);
  dropIdleJoiner(parts);
  restoreShifter(base, parts);
  return base + [...parts].sort((left, right) => rankOf(left) - rankOf(right)).join('');
}

function joinSplitVowel(parts: Set<string>): void {
  replaceParts(parts, [vowel.e, vowel.ii], [vowel.oe]);
  replaceParts(parts, [vowel.e, vowel.aa], [vowel.oo]);
  replaceParts(parts, [vowel.oe, vowel.aa], [vowel.oo, vowel.ii]);
}

const vowel = { aa: '\u17b6', ii: '\u17b8', u: '\u17bb', oe: '\u17be', e: '\u17c1', oo: '\u17c4' };

function replaceParts(parts: Set<string>, before: readonly string[], after: readonly string[]): void {
  if (!before.every((each) => parts.has(each))) return;
  for (const each of before) parts.delete(each);
  for (const each of after) parts.add(each);
}

// A joiner has one use: it keeps a shifter above the letter when an upper vowel would push it below.
function dropIdleJoiner(parts: Set<string>): void {
  if (!hasShifter(parts) || !hasUpperVowel(parts)) parts.delete(zwnj);
}

// Below an upper vowel a shifter is drawn like the vowel U, so many people type U.
function restoreShifter(base: string, parts: Set<string>): void {
  if (!parts.has(vowel.u) || !hasUpperVowel(parts)) return;
  parts.delete(vowel.u);
  if (!hasShifter(parts)) parts.add(isStrong(base, parts) ? triisap : muusikatoan);
}

const muusikatoan = '\u17c9';
const triisap = '\u17ca';
const hasShifter = (parts: Set<string>) => parts.has(muusikatoan) || parts.has(triisap);

const upperVowels = ['\u17b7', '\u17b8', '\u17b9', '\u17ba', '\u17be', '\u17bf', '\u17d0'];
const hasUpperVowel = (parts: Set<string>) =>
  upperVowels.some((each) => parts.has(each)) || (parts.has(vowel.aa) && parts.has('\u17c6'));

// TRIISAP lowers a first-series letter, MUUSIKATOAN raises the others. BA takes MUUSIKATOAN although it is of
// the first series: its TRIISAP stays above the letter, so only the other sign can look like U.
function isStrong(base: string, parts: Set<string>): boolean {
  const letters = base + [...parts].filter((each) => each.length === 2).join('');
  return /[កខចឆដឋណតថផឝឞសហឡអ]/.test(letters) && !letters.includes('ប');
}

const coengRo = '\u17d2\u179a';
const rankOf = (each: string) =>
  each === coengRo ? 2 : each.length === 2 ? 1 : (ranks.get(each) ?? order.length);

// Robat, subscripts (RO last), shifter, joiner, vowels, signs, final marks.
const order = [
  '\u17cc',
  '', // subscripts
  '', // subscript RO
  '\u17c9\u17ca',
  '\u200c',
  '\u17be\u17bf\u17c0\u17c1\u17c2\u17c3\u17c4\u17c5',
  '\u17bb\u17bc\u17bd',
  '\u17b7\u17b8\u17b9\u17ba',
  '\u17b6',
  '\u17c6\u17cb\u17cd\u17ce\u17cf\u17d0\u17d1\u17d3\u17dd',
  '\u17c7\u17c8',
];
const ranks = new Map(
  order.flatMap((letters, rank) => [...letters].map((letter) => [letter, rank] as const)),
);
