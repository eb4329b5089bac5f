import { weekdayName } from '#src/kernel/khmer/calendar-names.ts';
import type { Language } from '#src/kernel/local-text.ts';
import type { Translate } from '#src/kernel/text.ts';
import { recurrenceOf } from './recurrence.ts';
import type { Series } from './series.ts';

/** How often a series comes, in words: "Every 3 months, on the second Wednesday". */
export function sayRecurrence(
  { recurrence, firstOn }: Pick<Series, 'recurrence' | 'firstOn'>,
  language: Language,
  t: Translate,
): string {
  const { repeat, every } = recurrenceOf(recurrence ?? null);
  if (!firstOn) return t('series.says.never');
  const first = new Date(`${firstOn}T00:00:00Z`);
  const date = first.getUTCDate();
  return t(`series.says.${repeat}`, {
    every,
    date,
    weekday: weekdayName(first.getUTCDay(), language),
    ordinal: date > 28 ? 'last' : String(Math.ceil(date / 7)),
  });
}
