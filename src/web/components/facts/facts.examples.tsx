import { type Example, words } from '../../gallery/example.ts';
import { Details, Fact, Facts } from './facts.tsx';

export const factsExamples: readonly Example[] = [
  {
    name: 'facts',
    show: (visit) => (
      <Facts>
        <Fact icon="clock" label={words(visit, 'ពេលណា', 'When')}>
          {words(visit, 'ម៉ោង ៩:០០ ព្រឹក ដល់ ១១:៣០', '9:00 to 11:30 am')}
        </Fact>
        <Fact icon="place" label={words(visit, 'នៅទីណា', 'Where')}>
          {words(visit, 'រាជធានីភ្នំពេញ', 'Phnom Penh')}
        </Fact>
      </Facts>
    ),
  },
  {
    name: 'details',
    show: (visit) => (
      <Details
        rows={[
          [words(visit, 'ខេត្ត', 'Province'), words(visit, 'សៀមរាប', 'Siem Reap')],
          [words(visit, 'ភាសា', 'Languages'), words(visit, 'ខ្មែរ · អង់គ្លេស', 'Khmer · English')],
        ]}
      />
    ),
  },
];
