import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';

type Span = { readonly from: string; readonly until: string };

/**
 * The days an RFC 5545 rule gives, from its first day on, within a span that includes both ends. Days only, as
 * 2026-11-22: a meeting at nine stays at nine whatever the clocks of its zone do.
 */
export function daysOf(rule: string, firstOn: string, { from, until }: Span): string[] {
  const start = firstOn.replaceAll('-', '');
  const recurrence = new RRuleTemporal({ rruleString: `DTSTART:${start}T000000Z\nRRULE:${rule}` });
  const after = from > firstOn ? from : firstOn;
  return recurrence
    .between(midnight(after), midnight(until), true)
    .map((at) => at.withTimeZone('UTC').toPlainDate().toString());
}

const midnight = (day: string) => new Date(`${day}T00:00:00Z`);

/** The moment it is that time of that day in that zone. */
export const instantOf = (day: string, time: string, zone: string): Date =>
  new Date(Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone).epochMilliseconds);

/** The day and time it is somewhere at that moment, as 2026-11-22 and 09:00. */
export function localOf(at: Date, zone: string): { day: string; time: string } {
  const local = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
  return { day: local.toPlainDate().toString(), time: local.toPlainTime().toString().slice(0, 5) };
}

/** So many days after a day. */
export const addDays = (day: string, days: number): string =>
  Temporal.PlainDate.from(day).add({ days }).toString();
