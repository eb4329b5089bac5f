/** The values of a group of checkboxes or radio buttons that are ticked on a page. */
export const tickedIn = (page: string, name: string): string[] =>
  inputsOf(page)
    .filter((input) => input.includes(`name="${name}"`) && / checked[\s/>=]/.test(input))
    .map((input) => /value="([^"]*)"/.exec(input)?.[1] ?? '');

/** What stands in a field of a form, whichever kind of field it is; undefined where there is none of that name. */
export function valueIn(page: string, name: string): string | undefined {
  const input = inputsOf(page).find((each) => each.includes(`name="${name}"`));
  if (input) return /value="([^"]*)"/.exec(input)?.[1] ?? '';
  const [, area] = new RegExp(`<textarea[^>]*name="${escaped(name)}"[^>]*>([^<]*)<`).exec(page) ?? [];
  const [, list] = new RegExp(`<select[^>]*name="${escaped(name)}"[^>]*>(.*?)</select>`).exec(page) ?? [];
  return area ?? (list && /<option value="([^"]*)" selected/.exec(list)?.[1]);
}

/** The words of a page as a reader meets them: what stands in `main`, without its tags. */
export const wordsIn = (page: string): string =>
  (/<main[^>]*>(.*)<\/main>/s.exec(page)?.[1] ?? '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const inputsOf = (page: string): string[] => page.match(/<input[^>]*>/g) ?? [];

const escaped = (name: string): string => name.replaceAll('.', '\\.');
