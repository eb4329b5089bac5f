import { z } from 'zod';
import { audiences } from '#src/kernel/audience.ts';
import { textKey } from '#src/kernel/text.ts';
import { parsePhone } from '#src/platform/phone/phone-number.ts';
import {
  day,
  line,
  localText,
  oneOf,
  paragraphs,
  requiredLocalText,
  ticked,
  timeOfDay,
  webAddress,
  wholeNumber,
} from '#src/web/form/fields.ts';
import { repeats } from './recurrence.ts';

const mostSeats = 5_000;

/** The number people call, with a PIN after it where the call needs one. */
const dialIn = () =>
  line({ max: 80 }).refine(
    (text) => text === '' || text.split(/[,;:#]|\p{L}/u).some((part) => parsePhone(part)),
    textKey('occurrence.dial-in.wrong'),
  );

/** Where a meeting is, how many fit in and until when they answer: of a series, and where one of its meetings differs. */
export const setting = {
  place: localText(line, { max: 240 }),
  callLink: webAddress('form.website.wrong').optional(),
  dialIn: dialIn().optional(),
  hostOrganisationId: z.uuid(textKey('form.invalid')).optional(),
  seats: wholeNumber({ min: 1, max: mostSeats, number: 'series.seats.wrong' }).optional(),
  rsvpClosesHours: wholeNumber({ min: 0, max: 720, number: 'series.closes.wrong' }).prefault('0'),
};

export const seriesForm = z
  .object({
    name: requiredLocalText(line, { required: 'series.name.required', max: 160 }),
    kindId: z.uuid(textKey('series.kind.required')),
    about: localText(paragraphs, { max: 4000 }),
    visibleTo: oneOf(audiences, 'series.visible-to.required'),
    openTo: oneOf(audiences, 'series.open-to.required'),
    isAnnounced: ticked(),
    repeat: oneOf(repeats, 'series.repeat.required').default('never'),
    every: wholeNumber({ min: 1, max: 12, number: 'series.every.wrong' }).prefault('1'),
    firstOn: day('series.first-on.wrong').optional(),
    until: day('series.until.wrong').optional(),
    startsAtTime: timeOfDay('series.time.wrong').optional(),
    minutesLong: wholeNumber({ min: 5, max: 14_400, number: 'series.minutes.wrong' }).prefault('120'),
    ...setting,
  })
  .refine(({ repeat, firstOn }) => repeat === 'never' || firstOn, {
    message: textKey('series.first.required'),
    path: ['firstOn'],
  })
  .refine(({ repeat, startsAtTime }) => repeat === 'never' || startsAtTime, {
    message: textKey('series.first.required'),
    path: ['startsAtTime'],
  })
  .refine(({ firstOn, until }) => !firstOn || !until || until >= firstOn, {
    message: textKey('series.until.too-early'),
    path: ['until'],
  });
