import type { Example } from '../../gallery/example.ts';
import { Pager } from './pager.tsx';

export const pagerExamples: readonly Example[] = [
  { name: 'in the middle', show: (visit) => <Pager visit={visit} next="#pager" first="#icon" /> },
];
