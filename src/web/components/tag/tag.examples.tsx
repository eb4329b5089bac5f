import { type Example, words } from '../../gallery/example.ts';
import { Tag } from './tag.tsx';

export const tagExamples: readonly Example[] = [
  {
    name: 'tones',
    show: (visit) => (
      <p class="tags">
        <Tag tone="open">{words(visit, 'បើកទូលាយសម្រាប់គ្រប់គ្នា', 'Open to everybody')}</Tag>
        <Tag tone="members">{words(visit, 'សម្រាប់សមាជិក', 'For members')}</Tag>
        <Tag tone="attention">{words(visit, 'ហួសកាលកំណត់', 'Overdue')}</Tag>
        <Tag tone="quiet">{words(visit, 'នៅបើក', 'Open')}</Tag>
        <Tag tone="stop">{words(visit, 'បានលុបចោល', 'Cancelled')}</Tag>
      </p>
    ),
  },
];
