import { z } from 'zod';
import { textKey } from '#src/kernel/text.ts';
import {
  day,
  line,
  localText,
  paragraphs,
  requiredLocalText,
  rows,
  wholeNumber,
} from '#src/web/form/fields.ts';
import type { Owner } from './minutes.ts';

/** `person:<id>` or `organisation:<id>`, as the list of possible owners sends it. */
const owner = z.string(textKey('minutes.owner.required')).transform((text, context): Owner => {
  const [kind, id] = text.split(':');
  const known = z.uuid().safeParse(id);
  if (known.success && kind === 'person') return { personId: known.data };
  if (known.success && kind === 'organisation') return { organisationId: known.data };
  context.addIssue({ code: 'custom', message: textKey('minutes.owner.required') });
  return z.NEVER;
});

const text = () => requiredLocalText(line, { required: 'minutes.text.required', max: 500 });

const actionItems = rows(
  z.object({
    id: z.uuid().optional(),
    text: text(),
    owner,
    dueOn: day('minutes.due.required'),
  }),
);

type Rows = z.input<typeof actionItems>;

/** A saved item keeps its id in a hidden field: a row of which nothing else is left was emptied. */
const withoutEmptied = (typed: Rows): Rows =>
  typed &&
  Object.fromEntries(
    Object.entries(typed).filter(([, row]) => Object.keys(row).some((name) => name !== 'id')),
  );

export const minutesForm = z.object({
  revision: z.coerce.number<string>().int().min(0).catch(0),
  body: localText(paragraphs, { max: 40_000 }),
  attended: wholeNumber({ min: 0, max: 10_000, number: 'minutes.attended.wrong' }).optional(),
  decisions: rows(z.object({ text: text() })),
  actionItems: z.custom<Rows>().optional().transform(withoutEmptied).pipe(actionItems),
  /** Which of the two buttons: keep as a draft, or publish. */
  publish: z.literal('yes').optional(),
});
