import { leafOf } from '#src/kernel/khmer/dates.ts';
import type { Visit } from '../../visit.ts';

type Props = { visit: Visit; at: Date; zone: string; tone?: 'plain' | 'past' | 'cancelled' };

/** A date as an object: a leaf of a calendar. The date in words stands beside it, so readers pass it over. */
export function Day({ visit, at, zone, tone = 'plain' }: Props) {
  const leaf = leafOf(at, visit.language, zone);
  return (
    <div class={`day day-${tone}`} aria-hidden="true">
      <b>{leaf.month}</b>
      <span>{leaf.day}</span>
      <small>{leaf.weekday}</small>
    </div>
  );
}
