import type { Audience } from '#src/kernel/audience.ts';
import { isWithin } from '#src/kernel/audience.ts';
import type { LocalText } from '#src/kernel/local-text.ts';
import { Refused } from '#src/kernel/outcome.ts';

/** What a coordinator writes down of a series. */
export type SeriesPlan = {
  readonly kindId: string;
  readonly name: LocalText;
  readonly about?: LocalText | undefined;
  readonly visibleTo: Audience;
  readonly openTo: Audience;
  readonly isAnnounced: boolean;
  readonly hostOrganisationId?: string | undefined;
  /** RFC 5545 RRULE without DTSTART; undefined while nothing repeats. */
  readonly recurrence?: string | undefined;
  readonly firstOn?: string | undefined;
  /** As 09:00, in the zone. */
  readonly startsAtTime?: string | undefined;
  readonly minutesLong: number;
  readonly place?: LocalText | undefined;
  readonly callLink?: string | undefined;
  readonly dialIn?: string | undefined;
  /** Undefined: as many as come. */
  readonly seats?: number | undefined;
  /** How long before its beginning a meeting takes no answers any more. */
  readonly rsvpClosesHours: number;
};

export type Series = SeriesPlan & {
  readonly id: string;
  readonly slug: string;
  readonly kind: LocalText;
  readonly aboutHtml: LocalText;
  readonly host?: { readonly name: LocalText; readonly slug: string } | undefined;
  readonly zone: string;
  /** False for those who may know only that it exists. */
  readonly isVisible: boolean;
  readonly hasEnded: boolean;
};

/** Whoever may come has to be able to see it; and what repeats has to begin somewhere. */
export function checkPlan({ visibleTo, openTo, recurrence, firstOn, startsAtTime }: SeriesPlan): void {
  if (!isWithin(openTo, visibleTo)) throw new Refused('series.open-to.too-wide');
  if (recurrence && (!firstOn || !startsAtTime)) throw new Refused('series.first.required');
}

/** How far ahead occurrences are made: enough for a year's calendar of a yearly meeting. */
export const daysAhead = 400;

/** More than a weekly meeting needs in that time; a bound, not a wish. */
export const mostAhead = 60;
