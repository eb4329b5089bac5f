import type { Example } from '../../gallery/example.ts';
import { Prose } from './prose.tsx';

export const proseExamples: readonly Example[] = [
  {
    name: 'headings, lists and links',
    show: (visit) => (
      <Prose
        visit={visit}
        html={{
          en: '<h4>Our story</h4><p>It began in 2012, with <a href="#prose">five organisations</a>.</p><ul><li>Share</li><li>Help</li></ul>',
          km: '<h4>រឿងរបស់យើង</h4><p>វាបានចាប់ផ្ដើមនៅឆ្នាំ២០១២ ដោយមាន<a href="#prose">អង្គការប្រាំ</a>។</p><ul><li>ចែករំលែក</li><li>ជួយគ្នា</li></ul>',
        }}
      />
    ),
  },
  {
    name: 'only in the other language',
    show: (visit) => (
      <Prose
        visit={visit}
        html={
          visit.language === 'km'
            ? { en: '<p>Only in English so far.</p>' }
            : { km: '<p>មានតែជាភាសាខ្មែរ។</p>' }
        }
      />
    ),
  },
];
