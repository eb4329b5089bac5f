import { searchKeyKm } from '#src/kernel/khmer/search-key.ts';
import { type LocalText, languages } from '#src/kernel/local-text.ts';
import { Refused } from '#src/kernel/outcome.ts';

/** What sort of meeting, in the network's own words. */
export type Kind = { readonly id: string; readonly name: LocalText };

/** Two kinds of one name cannot be told apart in the list from which one chooses. */
export function checkNameIsFree(name: LocalText, others: readonly Kind[]): void {
  const isTaken = others.some((other) =>
    languages.some((language) => isSame(name[language], other.name[language])),
  );
  if (isTaken) throw new Refused('kind.name.taken');
}

const isSame = (one = '', other = ''): boolean => one !== '' && searchKeyKm(one) === searchKeyKm(other);
