import { z } from 'zod';
import { textKey } from '#src/kernel/text.ts';
import { day, line, localText, paragraphs, ticked, timeOfDay } from '#src/web/form/fields.ts';
import { setting } from '../series/series.form.ts';

/** One meeting's own day, time and words. What is left empty is as the series says. */
export const occurrenceForm = z
  .object({
    day: day('occurrence.day.required'),
    startsAtTime: timeOfDay('series.time.wrong'),
    /** For a meeting of several days. */
    endsOn: day('occurrence.day.required').optional(),
    endsAtTime: timeOfDay('occurrence.ends.wrong'),
    name: localText(line, { max: 160 }),
    note: localText(paragraphs, { max: 2000 }),
    ...setting,
    tellPeople: ticked(),
  })
  // 10:00 to 9:00 is a slip more often than a night: whoever means the next day says so.
  .refine(({ day, endsOn = day, startsAtTime, endsAtTime }) => endsOn > day || endsAtTime > startsAtTime, {
    message: textKey('occurrence.ends.too-early'),
    path: ['endsAtTime'],
  })
  .refine(({ day, endsOn = day }) => endsOn >= day, {
    message: textKey('occurrence.ends-on.too-early'),
    path: ['endsOn'],
  });
