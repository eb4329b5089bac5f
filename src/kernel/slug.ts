/**
 * A name as it stands in an address: `Open Institute (OI)` becomes `open-institute-oi`. Latin letters and digits only:
 * Khmer in an address turns into a line of percent signs when it is passed on. Empty when nothing is left.
 */
export const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
