import assert from 'node:assert/strict';
import { khnormal } from 'khmer-normalizer';
import { describe, it } from 'vitest';
import { normaliseKm } from './normalise.ts';

// Everyday words, correctly spelled: one theme a line, one word or phrase between commas.
const lines = [
  'ខ្ញុំ, អ្នក, គាត់, នាង, យើង, ពួកគេ, លោក, លោកស្រី, កញ្ញា, ស្ត្រី, បុរស, ក្មេង, កុមារ, យុវជន, មនុស្ស, មិត្តភក្តិ, បងប្អូន, ម្ដាយ, ឪពុក, ជីដូន, ជីតា, ចៅ, ប្រពន្ធ, ប្ដី, កូនស្រី, គ្រួសារ',
  'មួយ, ពីរ, បី, បួន, ប្រាំ, ប្រាំមួយ, ប្រាំពីរ, ប្រាំបី, ប្រាំបួន, ដប់, ម្ភៃ, សាមសិប, សែសិប, ហាសិប, រយ, ពាន់, ម៉ឺន, សែន, លាន, ទីមួយ, ពាក់កណ្តាល, ២០២៦, ១៥០០ រៀល',
  'ថ្ងៃអាទិត្យ, ថ្ងៃចន្ទ, ថ្ងៃច័ន្ទ, ថ្ងៃអង្គារ, ថ្ងៃពុធ, ថ្ងៃព្រហស្បតិ៍, ថ្ងៃសុក្រ, ថ្ងៃសៅរ៍, សប្ដាហ៍, ខែ, ឆ្នាំ, ម៉ោង, នាទី, វិនាទី, ព្រឹក, រសៀល, ល្ងាច, យប់, ថ្ងៃត្រង់, ម្សិលមិញ, ថ្ងៃស្អែក, ឥឡូវនេះ',
  'មករា, កុម្ភៈ, មីនា, មេសា, ឧសភា, មិថុនា, កក្កដា, សីហា, តុលា, វិច្ឆិកា, ធ្នូ, រដូវប្រាំង, រដូវវស្សា',
  'កម្ពុជា, ខ្មែរ, ភាសាខ្មែរ, ប្រទេស, ព្រះរាជាណាចក្រកម្ពុជា, ជាតិ សាសនា ព្រះមហាក្សត្រ, រដ្ឋាភិបាល, ក្រសួង, រាជធានីភ្នំពេញ, ខេត្ត, ក្រុង, ស្រុក, ខណ្ឌ, ឃុំ, សង្កាត់, ភូមិ, ទន្លេសាប, មេគង្គ, អង្គរវត្ត, បាយ័ន',
  'សៀមរាប, បាត់ដំបង, កំពង់ចាម, កំពង់ឆ្នាំង, ក្រចេះ, មណ្ឌលគិរី, ព្រះវិហារ, ពោធិ៍សាត់, រតនគិរី, ស្ទឹងត្រែង, ឧត្តរមានជ័យ, ប៉ៃលិន, ត្បូងឃ្មុំ, ព្រះសីហនុ, តាខ្មៅ, បឹងកេងកង',
  'អង្គការ, បណ្ដាញ, បណ្តាញ, សមាជិក, សមាជិកភាព, អ្នកសម្របសម្រួល, តំណាង, បុគ្គលិក, អ្នកស្ម័គ្រចិត្ត, នាយក, ប្រធាន, អនុប្រធាន, គណៈកម្មាធិការ, សហគមន៍, សមាគម, សហប្រតិបត្តិការ, ភាពជាដៃគូ, ម្ចាស់ជំនួយ',
  'ការប្រជុំ, ស៊េរីប្រជុំ, របៀបវារៈ, កំណត់ហេតុ, សេចក្ដីសម្រេច, សេចក្តីសម្រេច, កិច្ចការ, វត្តមាន, ការឆ្លើយតប, ចូលរួម, អញ្ជើញ, កៅអី, បន្ទប់, កម្មវិធី, សិក្ខាសាលា, វគ្គបណ្ដុះបណ្ដាល, ព្រឹត្តិការណ៍',
  'គម្រោង, ទីតាំង, សូចនាករ, លទ្ធផល, តម្រូវការ, ការផ្ដល់ជូន, ការផ្តល់ជូន, ផលសម្រេច, ធនធាន, បណ្ដុំ, ប្រធានបទ, ចម្លើយ, សំណួរ, យោបល់, របាយការណ៍, ថវិកា, ហិរញ្ញវត្ថុ, ស្ថិតិ, ទិន្នន័យ, ព័ត៌មាន, ចំណេះដឹង',
  'បច្ចេកវិទ្យា, គមនាគមន៍, អ៊ីនធឺណិត, កុំព្យូទ័រ, ទូរស័ព្ទ, ទូរទស្សន៍, វិទ្យុ, កាសែត, សារ, គេហទំព័រ, ឯកសារ, រូបភាព, វីដេអូ, កម្មវិធីទូរស័ព្ទ, ឌីជីថល, អ៊ីមែល, ហ្វេសប៊ុក, តេឡេក្រាម, ហ្គេម, ម៉ាស៊ីន, កាមេរ៉ា, អេក្រង់, ពាក្យសម្ងាត់, គណនី',
  'អប់រំ, សាលារៀន, សាកលវិទ្យាល័យ, វិទ្យាស្ថាន, សិស្ស, និស្សិត, គ្រូបង្រៀន, សៀវភៅ, ប៊ិច, ខ្មៅដៃ, មេរៀន, វគ្គសិក្សា, ការចុះឈ្មោះ, ប្រឡង, សញ្ញាបត្រ, អក្ខរកម្ម, វិទ្យាសាស្ត្រ, ប្រវត្តិសាស្ត្រ, ភូមិសាស្ត្រ, គណិតវិទ្យា',
  'សុខភាព, មន្ទីរពេទ្យ, វេជ្ជបណ្ឌិត, គ្រូពេទ្យ, ថ្នាំ, ជំងឺ, គ្រុនឈាម, ឆ្អឹង, បេះដូង, ក្បាល, ភ្នែក, ត្រចៀក, ច្រមុះ, មាត់, ធ្មេញ, ដៃ, ជើង, ឈាម, គភ៌, មាតា, ទារក',
  'កសិកម្ម, កសិករ, ស្រូវ, អង្ករ, បាយ, ទឹក, ត្រី, សាច់ជ្រូក, សាច់គោ, មាន់, ទា, ពងទា, បន្លែ, ផ្លែឈើ, ដូង, ចេក, ស្វាយ, ធុរេន, ខ្ទឹម, ម្ទេស, អំបិល, ស្ករ, ទឹកដោះគោ, នំប៉័ង, កាហ្វេ, ប៊ីយែរ, សម្ល, ប្រហុក, ម្ហូប',
  'ផ្ទះ, ផ្សារ, ហាង, ផ្លូវ, ស្ពាន, វត្ត, ព្រះសង្ឃ, ប្រាសាទ, ភ្នំ, ព្រៃឈើ, សមុទ្រ, កោះ, ស្ទឹង, បឹង, ដី, មេឃ, ព្រះអាទិត្យ, ព្រះចន្ទ, ផ្កាយ, ភ្លៀង, ខ្យល់, ភ្លើង, ឡាន, រថយន្ត, ម៉ូតូ, កង់, យន្តហោះ, ទូក, រថភ្លើង',
  'ស្រលាញ់, ស្រឡាញ់, ធ្វើការ, ទៅ, មក, ញ៉ាំ, ហូប, ស៊ី, ផឹក, ដេក, គេង, ដើរ, រត់, អង្គុយ, ឈរ, និយាយ, ស្ដាប់, ស្តាប់, មើល, ឃើញ, អាន, សរសេរ, រៀន, បង្រៀន, ទិញ, លក់, ជួយ, ផ្ញើ, ទទួល, ឱ្យ, ឲ្យ, ដឹង, គិត, ចង់, ត្រូវ, អាច, បាន, ចាប់ផ្ដើម, បញ្ចប់, រក្សាទុក, លុប, កែប្រែ, ជ្រើសរើស',
  'ល្អ, អាក្រក់, ធំ, តូច, ខ្ពស់, ទាប, វែង, ខ្លី, ថ្មី, ចាស់, ក្ដៅ, ត្រជាក់, ស្អាត, ងាយ, ពិបាក, លឿន, យឺត, ច្រើន, តិច, ស្រួល, សប្បាយ, សប្បុរស, ក្លាហាន, ឆ្លាត, ក្រីក្រ, សំខាន់, ឯករាជ្យ',
  'ក្រហម, ខៀវ, លឿង, បៃតង, ស, ខ្មៅ, ទឹកក្រូច, ផ្កាឈូក, ប្រផេះ',
  'សួស្តី, ជំរាបសួរ, សូមអរគុណ, សូមទោស, មិនអីទេ, លាហើយ, សុខសប្បាយទេ, បាទ, ចាស, ទេ, មែន, ក៏, ដ៏, ឬ, និង, ឬទេ, ប៉ុន្តែ, ពីព្រោះ, ដើម្បី, ដោយសារ, ប្រសិនបើ, ទោះបី, នៅក្នុង, ក្រោម, លើ, មុខ, ក្រោយ, ខាងឆ្វេង, ខាងស្ដាំ, ណ៎ះ, ហ្ន៎ះ, ណា៎',
  'ធម៌, កម៌, អាថ៌កំបាំង, ទុគ៌ត, មាគ៌ា, វណ្ណយុត្តិ, បរិសុទ្ធ, សិទ្ធិមនុស្ស, យុត្តិធម៌, ច្បាប់, រដ្ឋធម្មនុញ្ញ, ប្រជាធិបតេយ្យ, សេរីភាព, សន្តិភាព, ការពារ, អំពើហិង្សា, យេនឌ័រ, សមភាព, ជនពិការ, ជនជាតិដើមភាគតិច',
  'ប៉ា, ម៉ាក់, យ៉ាង, យ៉ាងណា, ម្ល៉េះ, រ៉ូប, វ៉ែនតា, ញ៉េ, ស៊ីញ៉េ, ង៉ា, ម៉ិន, ប៉ិន, ប៊ូតុង, ស៊ើប, ស៊ាំ, ហ៊ាន, អ៊ុំ, អ៊ំ, ប្រ៊ុយណេ, ស្រ៊ុន, ស្អ៊ុយ, ម្យ៉ាង, ម្ង៉ៃ, ហ្វ៊ីលីពីន, ហ្សឺណែវ, អេស្ប៉ាញ, ប្ល៊ុក, ប៊ិស្គ្វី, ស្ប៉ឹម, អាហ្វ្រិក',
  'កន្ត្រៃ, សំស្ក្រឹត, កញ្ជ្រោង, លក្ស្មី, អង្គ្លេស, សន្ធ្យា, សង្គ្រោះ, ភក្ត្រ, នរេន្ទ្រ, ហឫទ័យ, ឫស្សី, ឮ, ឭ, ឰដ៏, ឥន្ទ្រី, ឦសាន, ឧត្ដម, ឪឡឹក, ឯង, ឱកាស, ឩ, រាហុ៍, កេរ្តិ៍, ប្រសិទ្ធិ៍, រយៈពេល, ជីវៈ, សាធារណៈ, និស្ស័យ, ក្សត្រី, ស្មារតី, ពន្លឺ, ៚, ៙, ៗ, ។ល។',
];
const words = lines.flatMap((line) => line.split(', '));

describe('correctly spelled words', () => {
  it('are three hundred or more, each once', () => {
    assert.ok(words.length >= 300, String(words.length));
    assert.equal(new Set(words).size, words.length);
  });

  it('are stored as they are', () => {
    const changed = words.filter((word) => normaliseKm(word) !== word);
    assert.deepEqual(changed, []);
  });
});

// khmer-normalizer (SIL) knows rules of its own for order, split vowels, shifters and subscript RO.
describe('khmer-normalizer, as a second opinion', () => {
  it('reads the words as we do', () => {
    const differ = words.filter((word) => khnormal(word) !== withoutDa(normaliseKm(word)));
    assert.deepEqual(differ, []);
  });

  it('repairs them as we do when they are mistyped', () => {
    const mistyped = words.flatMap(mistype);
    assert.ok(mistyped.length > 300, String(mistyped.length));
    const differ = mistyped.filter((typed) => khnormal(typed) !== withoutDa(normaliseKm(typed)));
    assert.deepEqual(differ, []);
  });

  it('differs where we follow another rule', () => {
    for (const [typed, ours, theirs] of differences) {
      assert.equal(normaliseKm(typed), ours);
      assert.equal(khnormal(typed), theirs);
    }
  });
});

const differences = [
  // It settles subscript DA and TA too; we do that in the search key only: official place names have both.
  ['ផ្ដល់', 'ផ្ដល់', 'ផ្តល់'],
  // A shifter raises a second-series letter, so what looks like U can only be MUUSIKATOAN. It goes by
  // sonority and says TRIISAP after every stop, and MUUSIKATOAN after first-series NNO and LA.
  ['គ\u17bb\u17b8', 'គ៉ី', 'គ៊ី'],
  ['ព្រ\u17bb\u17b8', 'ព្រ៉ី', 'ព្រ៊ី'],
  ['ណ\u17bb\u17b8', 'ណ៊ី', 'ណ៉ី'],
  ['ឡ\u17bb\u17b8', 'ឡ៊ី', 'ឡ៉ី'],
  // BA decides for the whole onset. It matches the subscript alone when the base is BA.
  ['ប្អ\u17bb\u17b8', 'ប្អ៉ី', 'ប្អ៊ី'],
  // It drops no repeated marks, invisible characters or withdrawn letters.
  ['ក\u17b6\u17b6រ', 'ការ', 'ក\u17b6\u17b6រ'],
  ['ក\u17d2\u17d2រុម', 'ក្រុម', 'ក\u17d2\u17d2រុម'],
  ['ក្\u200bរុម', 'ក្រុម', 'ក្\u200bរុម'],
  ['\u17a3ង្គរ', 'អង្គរ', '\u17a3ង្គរ'],
] as const;

const withoutDa = (text: string) => text.replaceAll('\u17d2\u178a', '\u17d2\u178f');

// One syllable at a time: marks in reverse, vowels in halves, U for a shifter.
function mistype(word: string): string[] {
  const halves = word.replaceAll('ើ', '\u17c1\u17b8').replaceAll('ោ', '\u17c1\u17b6');
  const lookalike = word.replaceAll(
    /[\u17c9\u17ca](?=[\u17b7-\u17ba\u17be\u17bf\u17d0]|\u17b6\u17c6)/g,
    '\u17bb',
  );
  const all = [word, halves, lookalike].flatMap((typed) => [typed, typed.replace(syllable, reverse)]);
  return [...new Set(all)].filter((typed) => typed !== word);
}

const syllable = /(?<=[\u1780-\u17b3])(?:\u17d2[\u1780-\u17b3]|[\u17b6-\u17d1])+/g;

function reverse(marks: string): string {
  const parts = marks.match(/\u17d2?./g) ?? [];
  const subscripts = parts.filter((part) => part.length === 2 && part !== '្រ');
  return subscripts.length > 1 ? marks : parts.reverse().join('');
}
