import type { Language } from '#src/kernel/local-text.ts';

/** `December`, `ធ្នូ`: 1 is January. Throws `RangeError` outside 1 to 12. */
export const monthName = (month: number, language: Language): string => nameAt(months[language], month - 1);

/** `Wednesday`, `ពុធ`: 0 is Sunday, as in `Date`. Throws `RangeError` outside 0 to 6. */
export const weekdayName = (weekday: number, language: Language): string =>
  nameAt(weekdays[language], weekday);

function nameAt(names: readonly string[], place: number): string {
  const name = names[place];
  if (name === undefined) throw new RangeError(`No such name: ${place}`);
  return name;
}

const inWords = (names: string): readonly string[] => names.split(' ');

const months = {
  km: inWords('មករា កុម្ភៈ មីនា មេសា ឧសភា មិថុនា កក្កដា សីហា កញ្ញា តុលា វិច្ឆិកា ធ្នូ'),
  en: inWords('January February March April May June July August September October November December'),
};

const weekdays = {
  km: inWords('អាទិត្យ ចន្ទ អង្គារ ពុធ ព្រហស្បតិ៍ សុក្រ សៅរ៍'),
  en: inWords('Sunday Monday Tuesday Wednesday Thursday Friday Saturday'),
};
