import { type Example, words } from '../../gallery/example.ts';
import { Card, Section } from './card.tsx';

export const cardExamples: readonly Example[] = [
  {
    name: 'plain',
    show: (visit) => (
      <Card title={words(visit, 'ការប្រជុំបន្ទាប់', 'Next meeting')}>
        <p>{words(visit, 'ថ្ងៃពុធ ទី៩ ខែធ្នូ', 'Wednesday 9 December')}</p>
      </Card>
    ),
  },
  {
    name: 'section with a way on',
    show: (visit) => (
      <Section
        title={words(visit, 'អង្គការសមាជិក', 'Members')}
        more={{ href: '#card', label: words(visit, 'អង្គការទាំងអស់', 'All organisations') }}
      >
        <p>{words(visit, 'អង្គការប្រាំពីរ', 'Seven organisations')}</p>
      </Section>
    ),
  },
];
