import { type Language, languages } from '#src/kernel/local-text.ts';

/** The path decides; outside /km and /en, what the browser asks for first of the two; else Khmer. */
export function languageOfRequest(path: string, acceptLanguage = ''): Language {
  const [, first] = path.split('/');
  const inPath = languages.find((language) => language === first);
  if (inPath) return inPath;
  const wanted = acceptLanguage
    .split(',')
    .map((range) => range.trim().slice(0, 2).toLowerCase())
    .find((language) => language === 'km' || language === 'en');
  return wanted === 'en' ? 'en' : 'km';
}

/** The address of the same page in the other language. */
export const inOtherLanguage = (path: string): string =>
  path.replace(/^\/(km|en)(?=[/?]|$)/, (_, language) => (language === 'km' ? '/en' : '/km'));
