import type { Standing } from '#src/kernel/audience.ts';
import type { ProvinceCode } from '#src/kernel/khmer/provinces.ts';
import { searchKeyKm } from '#src/kernel/khmer/search-key.ts';
import { type LocalText, languages } from '#src/kernel/local-text.ts';
import type { Expertise, OrganisationKind, Sector, WorkingLanguage } from '../codes/codes.ts';

/** What an organisation says of itself; all of it public. */
export type Description = {
  readonly name: LocalText;
  readonly abbreviation?: string | undefined;
  readonly kind: OrganisationKind;
  readonly about?: LocalText | undefined;
  readonly website?: string | undefined;
  readonly publicEmail?: string | undefined;
  /** E.164. */
  readonly publicPhone?: string | undefined;
  readonly street?: LocalText | undefined;
  readonly province?: ProvinceCode | undefined;
  readonly languages: readonly WorkingLanguage[];
  readonly sectors: readonly Sector[];
  readonly expertise: readonly Expertise[];
};

export type Organisation = Description & {
  readonly id: string;
  readonly slug: string;
  readonly aboutHtml: LocalText;
  readonly isArchived: boolean;
  /** Its place in the network today. */
  readonly standing?: Standing | undefined;
};

/** Found by its names and letters, from the middle of a word too. */
export const searchKeyOf = ({ name, abbreviation, about = {} }: Description): string =>
  searchKeyKm([abbreviation, name.en, name.km, about.en, about.km].filter(Boolean).join(' · '));

/** Two organisations with a name that looks the same, in either language, are the same. */
export const nameKeysOf = ({ name }: Description): string[] =>
  languages.flatMap((language) => (name[language] ? [searchKeyKm(name[language])] : []));

/** Between the names of one organisation in a key: no key of a name has a line feed in it. */
export const nameDivider = '\n';

/** Two letters for an organisation without a logo. */
export function lettersOf({ name, abbreviation }: Pick<Description, 'name' | 'abbreviation'>): string {
  if (abbreviation)
    return abbreviation
      .replace(/[^\p{L}]/gu, '')
      .slice(0, 2)
      .toUpperCase();
  const words = (name.en ?? name.km ?? '').replace(/[^\p{L}\p{M}\s]/gu, '').split(/\s+/);
  if (words.length === 1 && twoLatin.test(words[0] ?? '')) return (words[0] ?? '').slice(0, 2).toUpperCase();
  return words
    .slice(0, 2)
    .map((word) => firstLetter.exec(word)?.[0] ?? '')
    .join('')
    .toUpperCase();
}

/** A letter as readers see it: a Khmer consonant goes with what is written under and around it. */
const firstLetter = /^\p{L}/u;
const twoLatin = /^\p{Script=Latin}{2}/u;

/** The same tint for the same organisation, on every page. */
export const tintOf = (id: string): 1 | 2 | 3 | 4 => tints[Number.parseInt(id.slice(-2), 16) % 4] ?? 1;

const tints = [1, 2, 3, 4] as const;
