import { type Example, words } from '../../gallery/example.ts';
import { Notice } from './notice.tsx';

export const noticeExamples: readonly Example[] = (['done', 'attention', 'quiet'] as const).map((tone) => ({
  name: tone,
  show: (visit) => (
    <Notice tone={tone} title={words(visit, 'ចម្លើយរបស់អ្នកត្រូវបានរក្សាទុក។', 'Your answer is saved.')}>
      <p>{words(visit, 'អ្នកអាចប្ដូរវាបានគ្រប់ពេល។', 'You can change it at any time.')}</p>
    </Notice>
  ),
}));
