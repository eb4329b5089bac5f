import { type Example, words } from '../../gallery/example.ts';
import { Figures } from './figures.tsx';

export const figuresExamples: readonly Example[] = [
  {
    name: 'with their source',
    show: (visit) => (
      <Figures
        figures={[
          {
            id: 'internet',
            value: words(visit, '៦៧,៥%', '67.5 %'),
            label: words(visit, 'ប្រើអ៊ីនធឺណិត', 'use the Internet'),
            source: words(visit, 'ដើមឆ្នាំ២០២៣', 'start of 2023'),
          },
          { id: 'members', value: words(visit, '៧', '7'), label: words(visit, 'អង្គការសមាជិក', 'members') },
        ]}
      />
    ),
  },
];
