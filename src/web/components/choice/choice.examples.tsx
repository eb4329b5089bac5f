import { type Example, words } from '../../gallery/example.ts';
import type { Visit } from '../../visit.ts';
import { ChoiceButtons, ChoiceLinks } from './choice.tsx';

const labels = (visit: Visit) =>
  [
    words(visit, 'ខ្ញុំនឹងមក', 'I will come'),
    words(visit, 'ប្រហែលជាមក', 'Maybe'),
    words(visit, 'ខ្ញុំមិនអាចមក', 'I cannot come'),
  ] as const;

const buttons = (visit: Visit, chosen: number) => (
  <ChoiceButtons
    visit={visit}
    action={visit.to('/dev/components')}
    name="answer"
    label={
      chosen < 0 ? words(visit, 'តើអ្នកនឹងមកទេ?', 'Will you come?') : words(visit, 'អ្នកបានឆ្លើយ', 'You answered')
    }
    choices={labels(visit).map((label, place) => ({
      value: String(place),
      label,
      tone: place === 0 ? 'yes' : 'plain',
      chosen: place === chosen,
    }))}
  />
);

export const choiceExamples: readonly Example[] = [
  { name: 'nothing chosen', show: (visit) => buttons(visit, -1) },
  { name: 'one chosen before', show: (visit) => buttons(visit, 0) },
  {
    name: 'links, where answering takes a page',
    show: (visit) => (
      <ChoiceLinks
        label={words(visit, 'ចម្លើយ', 'Answers')}
        choices={labels(visit).map((label, place) => ({
          href: `#choice-${place}`,
          label,
          ...(place === 0 && { tone: 'yes' as const }),
        }))}
      />
    ),
  },
];
