import { z } from 'zod';
import { audiences, standings } from './kernel/audience.ts';
import { provinceCodes } from './kernel/khmer/provinces.ts';
import { languages } from './kernel/local-text.ts';
import { expertises, organisationKinds, sectors, workingLanguages } from './modules/organisations/index.ts';

const localText = z.object({ km: z.string().optional(), en: z.string().optional() });

/** `network.json`: what the network says of itself. */
export const networkFile = z.object({
  story: z.object({
    name: localText,
    tagline: localText,
    lead: localText,
    story: localText,
    website: z.url(),
    street: localText,
  }),
  aims: z.array(z.object({ text: localText })),
  activities: z.array(z.object({ name: localText, text: localText })),
  figures: z.array(z.object({ value: localText, label: localText, source: localText, isMain: z.boolean() })),
  supporters: z.array(z.object({ name: localText, text: localText, sinceYear: z.int() })),
});

const person = z.object({
  name: localText,
  title: localText,
  reach: z.string(),
  language: z.enum(languages),
  isPublic: z.boolean(),
});

const organisation = z.object({
  name: localText,
  abbreviation: z.string().optional(),
  kind: z.enum(organisationKinds),
  about: localText.optional(),
  website: z.url().optional(),
  street: localText.optional(),
  province: z.enum(provinceCodes).optional(),
  languages: z.array(z.enum(workingLanguages)).default([]),
  sectors: z.array(z.enum(sectors)).default([]),
  expertise: z.array(z.enum(expertises)).default([]),
  standing: z.object({ standing: z.enum(standings), since: z.iso.date() }).optional(),
  isFirstHost: z.boolean().default(false),
  projects: z
    .array(z.object({ name: localText, summary: localText.optional(), sinceYear: z.int().optional() }))
    .default([]),
  people: z.array(person).default([]),
});

/** `organisations.json`, of the network and of the demonstration. */
export const organisationsFile = z.array(organisation);

/** `meetings.json` of the network. */
export const seriesFile = z.array(
  z.object({
    kind: localText,
    name: localText,
    about: localText,
    visibleTo: z.enum(audiences),
    openTo: z.enum(audiences),
    isAnnounced: z.boolean(),
    minutesLong: z.int(),
  }),
);

const time = z.string().regex(/^\d{2}:\d{2}$/);

/**
 * `meetings.json` of the demonstration: days are counted from today. Of several rules of a series, the one that gives a
 * day soonest is taken; whose `asksPeople` is true asks the invented people to its first meeting.
 */
export const demoMeetingsFile = z.object({
  plans: z.array(
    z.object({
      series: z.string(),
      recurrences: z.array(z.string()).min(1),
      earliestInDays: z.int(),
      asksPeople: z.boolean().default(false),
      startsAtTime: time,
      seats: z.int().optional(),
      place: localText.optional(),
      callLink: z.url().optional(),
    }),
  ),
  past: z.array(
    z.object({
      series: z.string(),
      daysAgo: z.int(),
      startsAtTime: time,
      endsAtTime: time,
      attended: z.int(),
      body: localText,
      decisions: z.array(localText),
      actionItems: z.array(z.object({ text: localText, owner: z.string(), dueInDays: z.int() })),
    }),
  ),
  news: z.array(z.object({ title: localText, body: localText })),
});
