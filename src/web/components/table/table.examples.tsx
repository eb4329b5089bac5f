import { type Example, words } from '../../gallery/example.ts';
import { Table } from './table.tsx';

export const tableExamples: readonly Example[] = [
  {
    name: 'names and numbers',
    show: (visit) => (
      <Table
        caption={words(visit, 'អ្នកដែលមក', 'Who comes')}
        rows={[
          { name: words(visit, 'សុខា', 'Sokha'), people: 2 },
          { name: words(visit, 'ដារា', 'Dara'), people: 1 },
        ]}
        keyOf={({ name }) => name}
        columns={[
          { head: words(visit, 'ឈ្មោះ', 'Name'), cell: ({ name }) => name },
          {
            head: words(visit, 'ចំនួនមនុស្ស', 'People'),
            cell: ({ people }) => visit.t('page.number', { number: people }),
            isNumber: true,
          },
        ]}
      />
    ),
  },
];
