import { type Example, words } from '../../gallery/example.ts';
import { ButtonLink } from '../button/button.tsx';
import { Empty } from './empty.tsx';

export const emptyExamples: readonly Example[] = [
  {
    name: 'with the next step',
    show: (visit) => (
      <Empty
        text={words(
          visit,
          'មិនទាន់មានការប្រជុំទេ។ ការប្រជុំដែលបានរៀបចំ នឹងបង្ហាញនៅទីនេះ។',
          'No meeting is planned yet. When one is, it will stand here.',
        )}
      >
        <ButtonLink href="#empty" icon="plus">
          {words(visit, 'រៀបចំការប្រជុំ', 'Plan a meeting')}
        </ButtonLink>
      </Empty>
    ),
  },
];
