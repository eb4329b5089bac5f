import { type Example, words } from '../../gallery/example.ts';
import { Tabs } from './tabs.tsx';

export const tabsExamples: readonly Example[] = [
  {
    name: 'two views',
    show: (visit) => (
      <Tabs
        label={words(visit, 'ការប្រជុំ', 'Meetings')}
        tabs={[
          { href: '#tabs', label: words(visit, 'ខាងមុខ', 'Coming'), isHere: true },
          { href: '#table', label: words(visit, 'កន្លងមក', 'Past'), isHere: false },
        ]}
      />
    ),
  },
];
