/** Sorts names in either language as a Khmer dictionary does, with numbers by value: `names.sort(compareKm)`. */
export const compareKm = (left: string, right: string): number => collator.compare(left, right);

const collator = new Intl.Collator('km', { numeric: true });
