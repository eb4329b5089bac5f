import type { Language } from '#src/kernel/local-text.ts';
import { monthName, weekdayName } from './calendar-names.ts';
import { khmerDigits } from './digits.ts';

/** What a small calendar leaf shows, ready to print. Khmer has no short names, so it shows the plain ones. */
export type CalendarLeaf = {
  readonly month: string;
  readonly day: string;
  readonly weekday: string;
  readonly year: string;
};

/** `Wednesday 9 December 2026`, `ថ្ងៃពុធ ទី៩ ខែធ្នូ ឆ្នាំ២០២៦`: the day of an instant in an IANA zone. */
export const sayDate = (at: Date, language: Language, zone: string): string =>
  dayText(clockAt(at, zone), language);

/** `9:00 am`, `ម៉ោង ៩:០០ ព្រឹក`. */
export const sayTime = (at: Date, language: Language, zone: string): string =>
  timeText(clockAt(at, zone), language);

/** `Wednesday 9 December 2026, 9:00 am`, `ថ្ងៃពុធ ទី៩ ខែធ្នូ ឆ្នាំ២០២៦ ម៉ោង ៩:០០ ព្រឹក`. */
export const sayDateTime = (at: Date, language: Language, zone: string): string =>
  dayAndTimeText(clockAt(at, zone), language);

/** `9:00 to 11:30 am`, `ម៉ោង ៩:០០ ព្រឹក ដល់ ១១:៣០`. An end on another day is said with its date. */
export function sayTimeRange(startsAt: Date, endsAt: Date, language: Language, zone: string): string {
  const start = clockAt(startsAt, zone);
  const end = clockAt(endsAt, zone);
  if (isoText(start) !== isoText(end))
    return `${timeText(start, language)} ${to[language]} ${dayAndTimeText(end, language)}`;
  const sameHalf = halfOf(start) === halfOf(end);
  if (language === 'en')
    return `${sameHalf ? hourText(start) : timeText(start, 'en')} to ${timeText(end, 'en')}`;
  const until = khmerDigits(hourText(end));
  const samePart = sameHalf && partOf(start) === partOf(end);
  return `${timeText(start, 'km')} ${to.km} ${samePart ? until : `${until} ${partOf(end)}`}`;
}

/** The day of an instant in an IANA zone as `YYYY-MM-DD`, for date columns and for grouping. */
export const isoDay = (at: Date, zone: string): string => isoText(clockAt(at, zone));

/** As `sayDate`, for a date without a time, `YYYY-MM-DD`. Throws `RangeError` when there is no such day. */
export const sayDay = (day: string, language: Language): string => dayText(parseDay(day), language);

/** `2026`, `២០២៦`, for a year or any day in it. */
export const sayYear = (day: string, language: Language): string =>
  language === 'km' ? khmerDigits(day.slice(0, 4)) : day.slice(0, 4);

/** `December 2026`, `ខែធ្នូ ឆ្នាំ២០២៦`, for `YYYY-MM` or any day in it. */
export function sayMonth(month: string, language: Language): string {
  const day = parseDay(`${month.slice(0, 7)}-01`);
  const name = monthName(day.month, language);
  return language === 'en' ? `${name} ${day.year}` : `ខែ${name} ឆ្នាំ${khmerDigits(String(day.year))}`;
}

/** The leaf of the day an instant falls on in an IANA zone. */
export const leafOf = (at: Date, language: Language, zone: string): CalendarLeaf =>
  leafText(clockAt(at, zone), language);

/** The leaf of a date without a time, `YYYY-MM-DD`. Throws `RangeError` when there is no such day. */
export const dayLeaf = (day: string, language: Language): CalendarLeaf => leafText(parseDay(day), language);

type Day = { readonly year: number; readonly month: number; readonly day: number };
type Clock = Day & { readonly hour: number; readonly minute: number };

const to = { km: 'ដល់', en: 'to' };

function dayText(day: Day, language: Language): string {
  const weekday = weekdayName(weekdayOf(day), language);
  const month = monthName(day.month, language);
  if (language === 'en') return `${weekday} ${day.day} ${month} ${day.year}`;
  return khmerDigits(`ថ្ងៃ${weekday} ទី${day.day} ខែ${month} ឆ្នាំ${day.year}`);
}

const timeText = (clock: Clock, language: Language): string =>
  language === 'en'
    ? `${hourText(clock)} ${halfOf(clock)}`
    : `ម៉ោង ${khmerDigits(hourText(clock))} ${partOf(clock)}`;

const dayAndTimeText = (clock: Clock, language: Language): string =>
  `${dayText(clock, language)}${language === 'en' ? ',' : ''} ${timeText(clock, language)}`;

function leafText(day: Day, language: Language): CalendarLeaf {
  const digits = (count: number) => (language === 'en' ? String(count) : khmerDigits(String(count)));
  const short = (name: string) => (language === 'en' ? name.slice(0, 3) : name);
  return {
    month: short(monthName(day.month, language)),
    day: digits(day.day),
    weekday: short(weekdayName(weekdayOf(day), language)),
    year: digits(day.year),
  };
}

const isoText = ({ year, month, day }: Day): string =>
  `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`;
const hourText = ({ hour, minute }: Clock): string => `${hour % 12 || 12}:${twoDigits(minute)}`;
const twoDigits = (count: number): string => String(count).padStart(2, '0');
const halfOf = ({ hour }: Clock): string => (hour < 12 ? 'am' : 'pm');

function partOf({ hour }: Clock): string {
  if (hour < 4 || hour >= 19) return 'យប់';
  if (hour < 12) return 'ព្រឹក';
  return hour < 17 ? 'រសៀល' : 'ល្ងាច';
}

const weekdayOf = ({ year, month, day }: Day): number => new Date(Date.UTC(year, month - 1, day)).getUTCDay();

function parseDay(text: string): Day {
  const at = new Date(`${text}T00:00:00Z`);
  if (Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== text)
    throw new RangeError(`Not a day: ${text}`);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() };
}

// Intl knows the zones; words and digits are ours, since its Khmer says "PM" and hides a U+200B. Swedish prints
// `2026-12-09 09:00`. One formatter per zone: making one takes longer than a whole page. A list says the same minute
// several times, and the next reader sees the same list: so minutes are kept for a while.
function clockAt(at: Date, zone: string): Clock {
  const minuteOfZone = `${Math.floor(at.getTime() / 60_000)} ${zone}`;
  const known = clocks.get(minuteOfZone);
  if (known) return known;
  const formatter = formatters.get(zone) ?? newFormatter(zone);
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = formatter.format(at).split(/\D/).map(Number);
  const clock = { year, month, day, hour, minute };
  if (clocks.size >= mostClocks) clocks.clear();
  clocks.set(minuteOfZone, clock);
  return clock;
}

const clocks = new Map<string, Clock>();
const mostClocks = 5000;

const formatters = new Map<string, Intl.DateTimeFormat>();

function newFormatter(timeZone: string): Intl.DateTimeFormat {
  const [digits, plain] = ['2-digit', 'numeric'] as const;
  const fields = {
    year: plain,
    month: digits,
    day: digits,
    hour: digits,
    minute: digits,
    hourCycle: 'h23',
  } as const;
  const formatter = new Intl.DateTimeFormat('sv-u-ca-gregory-nu-latn', { timeZone, ...fields });
  formatters.set(timeZone, formatter);
  return formatter;
}
