import assert from 'node:assert/strict';
import { describe, it } from 'vitest';
import { normaliseKm } from './normalise.ts';

// As typed, and as stored. What is typed is spelled out where its order, or something invisible, is the point.
const repairs: Readonly<Record<string, readonly (readonly [typed: string, stored: string])[]>> = {
  'characters nobody can see': [
    ['\ufeffខ\u17d2ម\u17c2រ', 'ខ្មែរ'],
    ['ភ\u17b6ស\u17b6\u00adខ\u17d2ម\u17c2រ', 'ភាសាខ្មែរ'],
    ['ភ\u17b6ស\u17b6\u2060ខ\u17d2ម\u17c2រ', 'ភាសាខ្មែរ'],
    ['ភ\u17b6ស\u17b6\u2063ខ\u17d2ម\u17c2រ', 'ភាសាខ្មែរ'],
    ['\u200eខ\u17d2ម\u17c2រ\u200f', 'ខ្មែរ'],
    ['ក\u17d2\ufeffរ\u17bbម', 'ក្រុម'],
    ['ក\u00ad\u17b6រ', 'ការ'],
    ['ក\u17d2\u200dរ\u17bbម', 'ក្រុម'],
    ['ក\u200d\u17d2រ\u17bbម', 'ក្រុម'],
    ['ខ\u17d2ម\u17c2រ\u200d', 'ខ្មែរ'],
    ['A\u200dខ\u17d2ម\u17c2រ', 'Aខ្មែរ'],
    ['cafe\u0301 ខ\u17d2ម\u17c2រ', 'café ខ្មែរ'],
    ['co\u00adop', 'coop'],
  ],
  'letters Unicode has withdrawn': [
    ['\u17a3ង\u17d2គរ', 'អង្គរ'],
    ['\u17a4ហ\u17b6រ', 'អាហារ'],
    ['ក\u17b4\u17b6រ', 'ការ'],
    ['ធម\u17b5\u17cc', 'ធម៌'],
    ['ក\u17d2\u17a3ម', 'ក្អម'],
    ['\u17a3\u17b4\u17b6យ\u17bb', 'អាយុ'],
    ['ក\u17d2\u17b5រ\u17bbម', 'ក្រុម'],
  ],
  'spaces of no width': [
    ['ក\u200b\u17b6រ', 'ការ'],
    ['ក\u17d2\u200bរ\u17bbម', 'ក្រុម'],
    ['ក\u200b\u17d2រ\u17bbម', 'ក្រុម'],
    ['ក\u17d2\u200cរ\u17bbម', 'ក្រុម'],
    ['ក\u200c\u17d2រ\u17bbម', 'ក្រុម'],
    ['ក\u200c\u17b6រ', 'ការ'],
    ['ក\u17b6រ\u200b\u200bង\u17b6រ', 'ការ\u200bងារ'],
    ['ក\u17b6រ\u200b\u200b\u200b\u200b\u200bង\u17b6រ', 'ការ\u200bងារ'],
    ['ក\u17b6រ\u200b\u200d\u200bង\u17b6រ', 'ការ\u200bងារ'],
    ['ក\u17b6រ\u200b\u200cង\u17b6រ', 'ការ\u200bងារ'],
    ['\u200bភ\u17b6ស\u17b6\u200b', 'ភាសា'],
    ['\u200b\u200b\u200bភ\u17b6ស\u17b6', 'ភាសា'],
    ['ក\u17b6រ\u200b ង\u17b6រ', 'ការ ងារ'],
    ['ក\u17b6រ \u200bង\u17b6រ', 'ការ ងារ'],
    ['ក\u17b6រ\u00a0\u200bង\u17b6រ', 'ការ\u00a0ងារ'],
    ['ក\u17b6រ\u200b\nង\u17b6រ', 'ការ\nងារ'],
    ['ទ\u17c5\u200b។', 'ទៅ។'],
    ['ទ\u17c5។\u200bមក', 'ទៅ។មក'],
    ['ចប\u17cb\u200b៕', 'ចប់៕'],
    ['ថ\u17b6៖\u200bប\u17b6ទ', 'ថា៖បាទ'],
    ['ក\u17d2\u200b\u200cរ\u17bb\u200bម', 'ក្រុ\u200bម'],
    ['ស\u200b\u17ca\u200b\u17b8', 'ស៊ី'],
    [' \u200b ', '  '],
    ['web\u200b\u200bsite', 'web\u200bsite'],
  ],
  'the order of marks': [
    ['ស\u17b7ទ\u17b7\u17d2ធ', 'សិទ្ធិ'],
    ['ក\u17b6\u17d2រម', 'ក្រាម'],
    ['ខ\u17c2\u17d2មរ', 'ខ្មែរ'],
    ['ក\u17c6\u17b6', 'កាំ'],
    ['ក\u17c6\u17bb', 'កុំ'],
    ['ទ\u17c6\u17b6ង', 'ទាំង'],
    ['ន\u17c7\u17c1', 'នេះ'],
    ['ក\u17c7\u17c4', 'កោះ'],
    ['ន\u17c7\u17bb', 'នុះ'],
    ['ប\u17cb\u17b6', 'បា់'],
    ['ប\u17b6\u17c9', 'ប៉ា'],
    ['ប\u17c9\u17d2ល\u17bbក', 'ប្ល៉ុក'],
    ['ប\u17ca\u17d2ល\u17bbក', 'ប្ល៊ុក'],
    ['ម\u17c9\u17d2យ\u17b6ង', 'ម្យ៉ាង'],
    ['ម\u17b6\u17c9\u17d2យង', 'ម្យ៉ាង'],
    ['ស\u17b8\u17ca', 'ស៊ី'],
    ['ស\u17ca\u17d2រ\u17b8', 'ស្រ៊ី'],
    ['ធ\u17b6\u17cc', 'ធ៌ា'],
    ['គ\u17b6\u17cc', 'គ៌ា'],
    ['ម\u17d2ម\u17cc', 'ម៌្ម'],
    ['ព\u17c4ធ\u17cd\u17b7', 'ពោធិ៍'],
    ['ក\u17bbម\u17c8\u17d2ភ', 'កុម្ភៈ'],
    ['ណ\u17ce\u17b6', 'ណា៎'],
    ['ណ\u17c7\u17ce', 'ណ៎ះ'],
    ['ហ\u17ce\u17d2ន\u17c7', 'ហ្ន៎ះ'],
    ['ស\u17d0\u17d2ត', 'ស្ត័'],
    ['ប\u17d0\u17c9ង', 'ប៉័ង'],
    ['អ\u17d2ហ\u17ba\u17ca\u200c\u17ce\u17c7', 'អ្ហ៊\u200cឺ៎ះ'],
    ['ស\u17b8\u17ca\u17d2រ\u200c', 'ស្រ៊\u200cី'],
    ['ឱ\u17b6\u17d2យ', 'ឱ្យា'],
    ['ហ\u17c7\u17c1\u17d2ត\u17bb', 'ហ្តេុះ'],
    ['ទ\u17dd\u17d2ធ', 'ទ្ធ៝'],
  ],
  'what was typed twice': [
    ['ក\u17d2\u17d2រ\u17bbម', 'ក្រុម'],
    ['ក\u17d2\u17d2\u17d2\u17d2រ\u17bbម', 'ក្រុម'],
    ['ក\u17d2\u200b\u17d2រ\u17bbម', 'ក្រុម'],
    ['ក\u17b6\u17b6រ', 'ការ'],
    ['ក\u17b6\u17b6\u17b6\u17b6\u17b6\u17b6រ', 'ការ'],
    ['ក\u17c6\u17c6ពង\u17cb', 'កំពង់'],
    ['ពង\u17cb\u17cb', 'ពង់'],
    ['ម\u17c9\u17c9\u17b6ក\u17cb', 'ម៉ាក់'],
    ['ក\u17d2រ\u17d2រ\u17bbម', 'ក្រុម'],
    ['ស\u17d2ត\u17d2ត\u17d2រ\u17b8', 'ស្ត្រី'],
    ['ស\u17d2ត\u17d2រ\u17d2ត\u17b8', 'ស្ត្រី'],
    ['ក\u17bb\u17d2រ\u17bbម', 'ក្រុម'],
    ['ធម\u17cc\u17cc', 'ធម៌'],
    ['ន\u17c1\u17c7\u17c7', 'នេះ'],
    ['ក\u17b6\u200b\u17b6រ', 'ការ'],
    ['ច\u17b6\u17c6\u17b6\u17c6', 'ចាំ'],
  ],
  'vowels typed in two halves': [
    ['ក\u17c1\u17b6', 'កោ'],
    ['ល\u17b6\u17c1ក', 'លោក'],
    ['ល\u17c1\u17b6ក', 'លោក'],
    ['ធ\u17d2វ\u17c1\u17b8', 'ធ្វើ'],
    ['ធ\u17d2វ\u17b8\u17c1', 'ធ្វើ'],
    ['ធ\u17c1\u17d2វ\u17b8', 'ធ្វើ'],
    ['ធ\u17b8\u17d2វ\u17c1', 'ធ្វើ'],
    ['ក\u17c1\u17c7\u17b6', 'កោះ'],
    ['ក\u17b6\u17c7\u17c1', 'កោះ'],
    ['គ\u17c1\u17c6\u17b6', 'គោំ'],
    ['ក\u17c1\u17c1\u17b6', 'កោ'],
    ['ធ\u17d2វ\u17c1\u17b8\u17b8', 'ធ្វើ'],
    ['ធ\u17d2វ\u17be\u17c1\u17b8', 'ធ្វើ'],
    ['ក\u17c1\u17bc\u17b6', 'កោូ'],
    ['ក\u17c1\u17bd\u17b8', 'កើួ'],
    ['ក\u17be\u17b6', 'កោី'],
    ['ក\u17c1\u17b8\u17b6', 'កោី'],
    ['ក\u17b6\u17b8\u17c1', 'កោី'],
    ['ល\u17c1\u200b\u17b6ក', 'លោក'],
    ['ច\u17d2រ\u17c1\u200b\u17b8ន', 'ច្រើន'],
    ['ច\u17c1\u17d2\u17d2រ\u200b\u17b8ន', 'ច្រើន'],
  ],
  'the vowel U in the place of a shifter': [
    ['ស\u17bb\u17b8', 'ស៊ី'],
    ['ស\u17b8\u17bb', 'ស៊ី'],
    ['ស\u17bb\u17beប', 'ស៊ើប'],
    ['ស\u17be\u17bbប', 'ស៊ើប'],
    ['ស\u17bb\u17c1\u17b8ប', 'ស៊ើប'],
    ['ស\u17b8\u17c1\u17bbប', 'ស៊ើប'],
    ['ស\u17c1\u17bb\u17b8ប', 'ស៊ើប'],
    ['ស\u17bb\u17b6\u17c6', 'ស៊ាំ'],
    ['ស\u17bb\u17c6\u17b6', 'ស៊ាំ'],
    ['ស\u17c6\u17b6\u17bb', 'ស៊ាំ'],
    ['ស\u17c6\u17bb\u17b6', 'ស៊ាំ'],
    ['អ\u17bb\u17b8', 'អ៊ី'],
    ['ហ\u17bb\u17b9', 'ហ៊ឹ'],
    ['ហ\u17bb\u17bf', 'ហ៊ឿ'],
    ['ក\u17bb\u17d0', 'ក៊័'],
    ['ស\u17d2រ\u17bb\u17b8', 'ស្រ៊ី'],
    ['ស\u17bb\u17b8\u17d2រ', 'ស្រ៊ី'],
    ['ហ\u17d2ស\u17bb\u17b8', 'ហ្ស៊ី'],
    ['ហ\u17d2វ\u17bb\u17b8', 'ហ្វ៊ី'],
    ['ស\u17d2វ\u17bb\u17b8ស', 'ស្វ៊ីស'],
    ['ម\u17d2ហ\u17bb\u17b8', 'ម្ហ៊ី'],
    ['ហ\u17d2គ\u17bb\u17b8', 'ហ្គ៊ី'],
    ['ម\u17bb\u17b7ន', 'ម៉ិន'],
    ['ម\u17b7\u17bbន', 'ម៉ិន'],
    ['យ\u17bb\u17b8', 'យ៉ី'],
    ['រ\u17bb\u17ba', 'រ៉ឺ'],
    ['វ\u17bb\u17b8', 'វ៉ី'],
    ['ង\u17bb\u17b7', 'ង៉ិ'],
    ['ញ\u17bb\u17ba', 'ញ៉ឺ'],
    ['ន\u17bb\u17b8', 'ន៉ី'],
    ['ល\u17bb\u17b6\u17c6', 'ល៉ាំ'],
    ['ម\u17d2យ\u17bb\u17b6\u17c6ង', 'ម្យ៉ាំង'],
    ['ប\u17bb\u17b7ន', 'ប៉ិន'],
    ['ប\u17bb\u17d0ង', 'ប៉័ង'],
    ['ប\u17d2រ\u17bb\u17b9', 'ប្រ៉ឹ'],
    ['ស\u17d2ប\u17bb\u17b9ម', 'ស្ប៉ឹម'],
    ['ប\u17d2អ\u17bb\u17b8', 'ប្អ៉ី'],
    ['ស\u17bb\u17bb\u17b8', 'ស៊ី'],
    ['ស\u17ca\u17bb\u17b8', 'ស៊ី'],
    ['ស\u17c9\u17bb\u17b8', 'ស៉ី'],
    ['ស\u17bb\u200b\u17b8', 'ស៊ី'],
    ['ស\u200c\u17bb\u17b8', 'ស៊ី'],
    ['ស\u17d2\u17d2\u200bរ\u17b8\u17bb', 'ស្រ៊ី'],
    ['ស\u17d2រ\u17d2គ\u17b8\u17bbន', 'ស្គ្រ៊ីន'],
  ],
  'subscript RO before another subscript': [
    ['ស\u17d2រ\u17d2ត\u17b8', 'ស្ត្រី'],
    ['ស\u17d2រ\u17d2ដ\u17b8', 'ស្ដ្រី'],
    ['ស\u17d2រ\u17b8\u17d2ត', 'ស្ត្រី'],
    ['ស\u17b8\u17d2រ\u17d2ត', 'ស្ត្រី'],
    ['កន\u17d2រ\u17d2ត\u17c3', 'កន្ត្រៃ'],
    ['ហ\u17d2រ\u17d2វង\u17d2ក', 'ហ្វ្រង្ក'],
    ['ស\u17d2រ\u17d2រ\u17d2ត\u17b8', 'ស្ត្រី'],
    ['ស\u17d2\u200bរ\u17d2\u200cត\u17b8', 'ស្ត្រី'],
  ],
};

const unchanged: Readonly<Record<string, readonly string[]>> = {
  'English and other Latin text': [
    '',
    'ICT4D Cambodia',
    'Kratié, Takéo',
    'naïve façade',
    'Straße',
    '«ok» — “yes”…',
  ],
  'emoji that are joined': ['👩‍💻', '👨‍👩‍👧‍👦 គ្រួសារ', '🏳️‍🌈', '❤️', '🇰🇭', 'ល្អ👍🏽ណាស់', 'ខ្មែរ👩‍🌾ខ្មែរ'],
  'other scripts': ['日本語', 'עברית', 'می‌خواهم', 'ไทย', 'ລາວ', 'हिन्दी'],
  'a word break between words': ['ភាសា\u200bខ្មែរ', 'ICT4D\u200bកម្ពុជា', 'ទី១\u200bថ្ងៃ', 'ផ្សេង\u200bៗ'],
  'a shifter kept above its letter': ['អ៊\u200cឹម', 'ហ៊\u200cឹម', 'អ្ហ៊\u200cឺ៎ះ'],
  'either spelling of one word': ['ផ្ដល់', 'ផ្តល់', 'ឲ្យ', 'ឱ្យ', 'កណ្ដាល', 'កណ្តាល'],
  'triisap on BA, which stays above': ['ប៊ិច', 'ប៊ីយែរ', 'ប៊័រ', 'ប្រ៊ីន'],
  'vowels that go together': ['កុំ', 'ចាំ', 'នុះ', 'ពីរ', 'គោះ', 'សុំ', 'អ៊ុំ', 'ប៉ុន្តែ', 'ប្ល៊ុក'],
  'old words and signs': ['ធម៌', 'មាគ៌ា', 'ឥន្ទ្រិយ៍', 'ពោធិ៍', 'ហ្ឫទ័យ', 'ក៏', 'ដ៏', '៚', '។ល។', '៘', 'ឨ', '៓'],
  'signs with no letter, as in a grammar': ['◌ា', 'ា', '្', ' ំ ', 'ក្'],
};

describe('normaliseKm', () => {
  for (const [what, pairs] of Object.entries(repairs))
    it(`repairs ${what}`, () => {
      for (const [typed, stored] of pairs) assert.equal(spelled(normaliseKm(typed)), spelled(stored), typed);
    });

  it('leaves what it has repaired as it is', () => {
    for (const [typed, stored] of Object.values(repairs).flat()) {
      assert.notEqual(typed, stored);
      assert.equal(spelled(normaliseKm(stored)), spelled(stored));
    }
  });

  for (const [what, texts] of Object.entries(unchanged))
    it(`leaves ${what} as it is`, () => {
      for (const text of texts) assert.equal(spelled(normaliseKm(text)), spelled(text), text);
    });

  it('repairs every word of a sentence', () => {
    const typed = '\ufeffស្រ្តី\u200b\u200bធេ្វីការ  នៅ\u200bកំុព្យូទ័រ\u200b។';
    assert.equal(normaliseKm(typed), 'ស្ត្រី\u200bធ្វើការ  នៅ\u200bកុំព្យូទ័រ។');
  });

  it('joins a coeng to its consonant again after NFC has put ATTHACAN between them', () => {
    assert.equal('ទ\u17dd\u17d2ធ'.normalize('NFC'), 'ទ\u17d2\u17ddធ');
    assert.equal(normaliseKm('ទ\u17d2\u17ddធ'), 'ទ\u17d2ធ\u17dd');
    assert.equal(normaliseKm('ទ\u17d2\u17dd\u200bធ'), 'ទ\u17d2ធ\u17dd');
  });

  it('takes hostile text in its stride', () => {
    const hostile = ['\u0301\u200b', 'ក\u200b', '\u17d2', '្រ្ត', '\u200b\u200c\u200d', 'ា'];
    const startedAt = performance.now();
    for (const piece of hostile) normaliseKm(`ក${piece.repeat(10_000)}\u17d2`);
    assert.ok(performance.now() - startedAt < 2_000);
  });
});

// So that a failure shows which characters differ, not two words that look the same.
const spelled = (text: string) => [...text].map((each) => each.codePointAt(0)?.toString(16)).join(' ');
