import { textKey } from '#src/kernel/text.ts';
import { wholeNumber } from './fields.ts';

const year = () => wholeNumber({ min: 1950, max: 2100, number: 'form.years.wrong' }).optional();

/** From which year until which; either may be left out. Goes into an object that `inOrder` refines. */
export const years = { sinceYear: year(), untilYear: year() };

type Years = { readonly sinceYear?: number | undefined; readonly untilYear?: number | undefined };

export const inOrder: [(years: Years) => boolean, { path: string[]; message: string }] = [
  ({ sinceYear = 0, untilYear = sinceYear }) => sinceYear <= untilYear,
  { path: ['untilYear'], message: textKey('form.years.order') },
];
