import { compareKm } from '#src/kernel/khmer/order.ts';

type Choice = readonly [code: string, label: string];

/** Choices by their label, as a dictionary of either language has them; `other` is for whoever did not find theirs. */
export const byLabel = (choices: readonly Choice[]): Choice[] =>
  choices.toSorted(
    ([code, label], [otherCode, otherLabel]) =>
      Number(code === 'other') - Number(otherCode === 'other') || compareKm(label, otherLabel),
  );
