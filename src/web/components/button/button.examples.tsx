import { type Example, words } from '../../gallery/example.ts';
import { ActionButton, AskFirst, ButtonLink, Buttons } from './button.tsx';

export const buttonExamples: readonly Example[] = [
  {
    name: 'ways on',
    show: (visit) => (
      <Buttons>
        <ButtonLink href="#button" tone="main">
          {words(visit, 'រៀបចំការប្រជុំ', 'Plan a meeting')}
        </ButtonLink>
        <ButtonLink href="#button" icon="pencil">
          {words(visit, 'កែសម្រួល', 'Edit')}
        </ButtonLink>
        <ButtonLink href="#button" tone="danger">
          {words(visit, 'លុបចោលការប្រជុំនេះ', 'Cancel this meeting')}
        </ButtonLink>
      </Buttons>
    ),
  },
  {
    name: 'an act',
    show: (visit) => (
      <ActionButton
        visit={visit}
        action={visit.to('/dev/components')}
        label={words(visit, 'ធ្វើរួចហើយ', 'It is done')}
        about={words(visit, 'ផ្ញើកំណត់ហេតុ', 'send the minutes')}
        icon="check"
      />
    ),
  },
  {
    name: 'an act that asks first',
    show: (visit) => (
      <AskFirst
        visit={visit}
        action={visit.to('/dev/components')}
        label={words(visit, 'ដកចុងក្រោយវិញ', 'Take back the last one')}
        question={words(visit, 'ធាតុចុងក្រោយនឹងត្រូវដកចេញ។', 'The last one is taken away.')}
      />
    ),
  },
];
