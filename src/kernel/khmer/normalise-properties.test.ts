import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { describe, it } from 'vitest';
import { normaliseKm } from './normalise.ts';
import { searchKeyKm } from './search-key.ts';

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, place) => String.fromCharCode(from + place));

const consonants = range(0x1780, 0x17a2);
const anyKhmer = range(0x1780, 0x17dd);
const firstSeries = 'កខចឆដឋណតថផឝឞសហឡអ';

type Syllable = {
  readonly base: string;
  readonly marks: readonly string[];
  readonly context: readonly string[];
};

// What a correct syllable is made of, in its stored order.
const syllables: fc.Arbitrary<Syllable> = fc
  .record({
    base: fc.constantFrom(...consonants),
    robat: fc.boolean(),
    subscript: fc.option(fc.constantFrom(...consonants.filter((letter) => letter !== 'រ'))),
    ro: fc.boolean(),
    shifted: fc.boolean(),
    vowel: fc.option(fc.constantFrom(...range(0x17b6, 0x17c5))),
    sign: fc.option(fc.constantFrom('\u17c6', '\u17cb', '\u17cd', '\u17ce', '\u17cf', '\u17d1', '\u17dd')),
    end: fc.option(fc.constantFrom('\u17c7', '\u17c8')),
    context: fc.constantFrom(['', ''], ['ការ', 'រ'], ['(', ')'], ['👩‍💻', '👩‍💻'], [' ', '។'], ['៥', 'é']),
  })
  .map(({ base, robat, subscript, ro, shifted, vowel, sign, end, context }) => {
    const strong =
      !`${base}${subscript}`.includes('ប') && [base, subscript].some((x) => x && firstSeries.includes(x));
    const shifter = shifted && (strong ? '\u17ca' : '\u17c9');
    const marks = [
      robat && '\u17cc',
      subscript && `\u17d2${subscript}`,
      ro && '\u17d2រ',
      shifter,
      vowel,
      sign,
      end,
    ];
    return { base, marks: marks.filter((mark) => typeof mark === 'string'), context };
  });

const stored = ({ base, marks, context: [before, after] }: Syllable) =>
  `${before}${base}${marks.join('')}${after}`;
const isUpper = (marks: readonly string[]) => /[\u17b7-\u17ba\u17be\u17bf]|\u17b6\u17c6/.test(marks.join(''));
const isShifter = (mark: string) => mark === '\u17c9' || mark === '\u17ca';

// Everything the repairs know, at once: halves, U for a shifter, repeats, any order, invisible characters.
const mistyped = syllables.chain((syllable) => {
  const { base, marks, context } = syllable;
  const [before, after] = context;
  const typedMarks = marks.flatMap((mark) => {
    if (mark === '\u17be') return ['\u17c1', '\u17b8'];
    if (mark === '\u17c4') return ['\u17c1', '\u17b6'];
    return isShifter(mark) && isUpper(marks) ? ['\u17bb'] : [mark];
  });
  const repeated = [...typedMarks, ...typedMarks.slice(0, 2)];
  const junk = fc.constantFrom(
    '',
    '',
    '\u200b',
    '\u200b\u200b',
    '\u200c',
    '\u200d',
    '\u00ad',
    '\ufeff',
    '\u2060',
  );
  return fc
    .tuple(
      fc.shuffledSubarray(repeated, { minLength: repeated.length }),
      fc.array(junk, { minLength: repeated.length, maxLength: repeated.length }),
    )
    .map(([order, gaps]) => ({
      syllable,
      typed: `${before}${base}${order.map((mark, place) => `${gaps[place]}${mark}`).join('')}${after}`,
    }));
});

// Combining marks of other scripts beside a coeng: NFC and the repairs each undo what the other does.
const awkward = [
  'ក\u17d2\u200d\u0338\u17d2រ',
  'ក\u17d2\u200b\u17dd\u200bរ',
  'ក\u200c\u0301\u17d2រ',
  'ក\u17dd\u17b7\u0323',
  '\u17dd\u17d2ក',
  '\u0130\u17d2\u200d',
];

const pieces = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...anyKhmer) },
      {
        weight: 2,
        arbitrary: fc.constantFrom('\u17d2', '\u200b', '\u200c', '\u200d', '\u00ad', ' ', '\u17dd'),
      },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
    ),
    { maxLength: 20 },
  )
  .map((each) => each.join(''));
const anyText = fc.oneof({ weight: 50, arbitrary: pieces }, fc.constantFrom(...awkward));

const check = <Value>(values: fc.Arbitrary<Value>, holds: (value: Value) => void) =>
  fc.assert(fc.property(values, holds), { numRuns: 5_000 });

describe('any text at all', () => {
  it('is repaired once and for all', () =>
    check(anyText, (text) => assert.equal(normaliseKm(normaliseKm(text)), normaliseKm(text))));

  it('is stored in NFC', () =>
    check(anyText, (text) => assert.equal(normaliseKm(text).normalize('NFC'), normaliseKm(text))));

  it('has a key that is its own key, and the key of what is stored', () =>
    check(anyText, (text) => {
      const key = searchKeyKm(text);
      assert.equal(searchKeyKm(key), key);
      assert.equal(searchKeyKm(normaliseKm(text)), key);
    }));

  it('is repaired to the same whichever Unicode form it comes in', () =>
    check(anyText, (text) => assert.equal(normaliseKm(text.normalize('NFD')), normaliseKm(text))));

  it('stays as it is when it has no Khmer in it and nothing to hide', () =>
    check(fc.string({ unit: 'grapheme-ascii' }), (text) => assert.equal(normaliseKm(text), text)));
});

describe('a correct syllable', () => {
  it('stays as it is', () =>
    check(syllables, (syllable) =>
      assert.equal(normaliseKm(stored(syllable)), stored(syllable).normalize('NFC')),
    ));

  it('comes back from its marks in any order, in halves, doubled, with lookalikes and invisible characters', () =>
    check(mistyped, ({ syllable, typed }) => assert.equal(normaliseKm(typed), stored(syllable))));

  it('is found by its key however it was mistyped', () =>
    check(mistyped, ({ syllable, typed }) =>
      assert.equal(searchKeyKm(typed), searchKeyKm(stored(syllable))),
    ));
});
