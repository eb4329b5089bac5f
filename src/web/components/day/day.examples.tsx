import { networkZone } from '#src/kernel/zone.ts';
import type { Example } from '../../gallery/example.ts';
import { Day } from './day.tsx';

const at = new Date('2026-12-09T02:00:00Z');

export const dayExamples: readonly Example[] = (['plain', 'past', 'cancelled'] as const).map((tone) => ({
  name: tone,
  show: (visit) => <Day visit={visit} at={at} zone={networkZone} tone={tone} />,
}));
