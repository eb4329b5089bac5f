import assert from 'node:assert/strict';
import { describe, it } from 'vitest';
import { searchKeyKm } from './search-key.ts';

const same: Readonly<Record<string, readonly (readonly [text: string, other: string])[]>> = {
  'subscript DA and TA': [
    ['ផ្ដល់', 'ផ្តល់'],
    ['ស្ដ្រី', 'ស្ត្រី'],
    ['ស\u17d2រ\u17d2ដ\u17b8', 'ស្ត្រី'],
    ['ស\u17b8\u17d2ដ\u17d2រ', 'ស្ត្រី'],
    ['ស\u17d2ដ\u17d2ត\u17d2រី', 'ស្ត្រី'],
    ['កណ្ដាល', 'កណ្តាល'],
    ['បណ្ដាញ', 'បណ្តាញ'],
    ['សេចក្ដី', 'សេចក្តី'],
    ['ក\u17d2\u200bដៅ', 'ក្តៅ'],
  ],
  'old and new letters': [
    ['ឲ្យ', 'ឱ្យ'],
    ['ឲ\u200b្យ', 'ឱ្យ'],
    ['ឨ', 'ឧក'],
    ['ធម៝', 'ធម៑'],
    ['ស៓', 'សំ'],
    ['ស\u17b6\u17d3ង', 'សាំង'],
    ['ស\u17d3\u17b6ង', 'សាំង'],
    ['ផ្លែឈើ ៘', 'ផ្លែឈើ ។ល។'],
    ['\u17a3ង្គរ', 'អង្គរ'],
  ],
  digits: [
    ['២០២៦', '2026'],
    ['០១២៣៤៥៦៧៨៩', '0123456789'],
    ['៰៱៲៳៴៵៶៷៸៹', '0123456789'],
    ['ថ្ងៃទី៩ ធ្នូ', 'ថ្ងៃទី9 ធ្នូ'],
    ['２０２６', '2026'],
  ],
  'spaces and word breaks': [
    ['ភាសា\u200bខ្មែរ', 'ភាសាខ្មែរ'],
    ['ភាសា\u200cខ្មែរ', 'ភាសាខ្មែរ'],
    ['ភាសា\u00a0ខ្មែរ', 'ភាសា ខ្មែរ'],
    ['  ភាសា \n\t ខ្មែរ ', 'ភាសា ខ្មែរ'],
    ['\u200b ភាសា \u200b ខ្មែរ\u200b', 'ភាសា ខ្មែរ'],
    ['អ៊\u200cឹម', 'អ៊ឹម'],
    ['Open\u3000Institute', 'open institute'],
  ],
  'capitals and wide letters': [
    ['ICT4D Cambodia', 'ict4d cambodia'],
    ['ＩＣＴ４Ｄ', 'ict4d'],
    ['Kratié', 'KRATIE\u0301'],
    ['ﬁlm', 'film'],
  ],
  'what the stored form repairs': [
    ['ស\u17bb\u17b8ញ\u17c1\u17c9', 'ស៊ីញ៉េ'],
    ['កំុព្យូទ័រ', 'កុំព្យូទ័រ'],
    ['\ufeffធ្វេី', 'ធ្វើ'],
  ],
};

const different = [
  ['ផ្ដល់', 'ផល់'],
  ['ដៃ', 'តៃ'],
  ['កា', 'គា'],
  ['ស៊ី', 'សី'],
  ['ការ ងារ', 'ការងារ'],
  ['Kratié', 'Kratie'],
  ['១', '២'],
] as const;

describe('searchKeyKm', () => {
  for (const [what, pairs] of Object.entries(same))
    it(`is one for ${what}`, () => {
      for (const [text, other] of pairs) {
        assert.notEqual(text, other);
        assert.equal(searchKeyKm(text), searchKeyKm(other));
      }
    });

  it('is another for words that only look alike to a machine', () => {
    for (const [text, other] of different) assert.notEqual(searchKeyKm(text), searchKeyKm(other));
  });

  it('reads as plain text', () => {
    assert.equal(searchKeyKm('  បណ្ដាញ\u200bICT4D ២០២៦ '), 'បណ្តាញict4d 2026');
    assert.equal(searchKeyKm('\u200b\ufeff'), '');
  });

  it('keeps a joined emoji whole', () => assert.equal(searchKeyKm('👩‍💻'), '👩‍💻'));
});
