// What a coordinator chooses in plain words, as an RFC 5545 rule and back. The first day says the rest: a series that
// begins on the second Wednesday and repeats "on the same weekday" comes on second Wednesdays.

export const repeats = ['never', 'weeks', 'months-by-date', 'months-by-weekday', 'years'] as const;
export type Repeat = (typeof repeats)[number];

export type Recurrence = {
  readonly repeat: Repeat;
  /** Every so many weeks, months or years. */
  readonly every: number;
  /** The last day it may fall on, as 2026-11-22. */
  readonly until?: string | undefined;
};

const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const;

/** The rule (RRULE) without its first day; undefined when nothing repeats. */
export function ruleOf({ repeat, every, until }: Recurrence, firstOn: string): string | undefined {
  if (repeat === 'never') return undefined;
  const parts = [...partsOf(repeat, firstOn)];
  parts.splice(1, 0, ...(every > 1 ? [`INTERVAL=${every}`] : []));
  if (until) parts.push(`UNTIL=${until.replaceAll('-', '')}T000000Z`);
  return parts.join(';');
}

function partsOf(repeat: Exclude<Repeat, 'never'>, firstOn: string): string[] {
  const first = new Date(`${firstOn}T00:00:00Z`);
  const date = first.getUTCDate();
  const weekday = weekdays[first.getUTCDay()] ?? 'MO';
  if (repeat === 'weeks') return ['FREQ=WEEKLY', `BYDAY=${weekday}`];
  if (repeat === 'years') return ['FREQ=YEARLY', ...leapDay(firstOn)];
  if (repeat === 'months-by-weekday') return ['FREQ=MONTHLY', `BYDAY=${ordinalOf(date)}${weekday}`];
  return ['FREQ=MONTHLY', ...monthDay(date)];
}

/** The fifth of a weekday does not come every month; the last does. */
const ordinalOf = (date: number): number => (date > 28 ? -1 : Math.ceil(date / 7));

/** The 29th of February comes every four years; the last of February every year. */
const leapDay = (firstOn: string): string[] =>
  firstOn.endsWith('-02-29') ? ['BYMONTH=2', 'BYMONTHDAY=28,29', 'BYSETPOS=-1'] : [];

/** In a month that is too short, its last day stands for the 29th, 30th or 31st. */
function monthDay(date: number): string[] {
  if (date <= 28) return [`BYMONTHDAY=${date}`];
  const days = Array.from({ length: date - 27 }, (_, place) => 28 + place);
  return [`BYMONTHDAY=${days.join(',')}`, 'BYSETPOS=-1'];
}

/** The choices a rule was made of. */
export function recurrenceOf(rule: string | null): Recurrence {
  const parts = new Map((rule ?? '').split(';').map((part) => splitOnce(part)));
  const until = parts.get('UNTIL');
  return {
    repeat: repeatOf(parts),
    every: Number(parts.get('INTERVAL') ?? 1),
    until: until && `${until.slice(0, 4)}-${until.slice(4, 6)}-${until.slice(6, 8)}`,
  };
}

const splitOnce = (part: string): [string, string] => {
  const at = part.indexOf('=');
  return [part.slice(0, at), part.slice(at + 1)];
};

function repeatOf(parts: ReadonlyMap<string, string>): Repeat {
  const frequency = parts.get('FREQ');
  if (frequency === 'WEEKLY') return 'weeks';
  if (frequency === 'YEARLY') return 'years';
  if (frequency === 'MONTHLY') return parts.has('BYDAY') ? 'months-by-weekday' : 'months-by-date';
  return 'never';
}
