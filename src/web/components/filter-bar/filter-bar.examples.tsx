import { type Example, words } from '../../gallery/example.ts';
import { FilterBar } from './filter-bar.tsx';

export const filterBarExamples: readonly Example[] = [
  {
    name: 'narrowed down',
    show: (visit) => (
      <FilterBar
        visit={visit}
        q={words(visit, 'ទិន្នន័យ', 'data')}
        label={words(visit, 'ឈ្មោះ ឬពាក្យ', 'Name or words')}
        filters={[
          {
            name: 'filter-kind',
            label: words(visit, 'ប្រភេទ', 'Kind'),
            value: 'media',
            options: [
              ['technology', words(visit, 'បច្ចេកវិទ្យា', 'Technology')],
              ['media', words(visit, 'ប្រព័ន្ធផ្សព្វផ្សាយ', 'Media')],
            ],
          },
        ]}
      />
    ),
  },
];
