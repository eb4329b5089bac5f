import type { Example } from '../../gallery/example.ts';
import { Mark } from './mark.tsx';

export const markExamples: readonly Example[] = [
  {
    name: 'tints',
    show: () => (
      <p class="tags">
        <Mark letters="OI" tint={1} />
        <Mark letters="IS" tint={2} />
        <Mark letters="OD" tint={3} />
        <Mark letters="មព" tint={4} />
      </p>
    ),
  },
];
