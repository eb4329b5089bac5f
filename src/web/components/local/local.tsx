import { inLanguage, type LocalText, languageOf } from '#src/kernel/local-text.ts';
import type { Visit } from '../../visit.ts';

type Props = { visit: Visit; text: LocalText };

/** A two-language text; where it falls back to the other language, it says so to readers and to the typeface. */
export function Local({ visit: { language }, text }: Props) {
  const spoken = languageOf(text, language);
  const words = inLanguage(text, language);
  return <>{spoken === language ? words : <span lang={spoken}>{words}</span>}</>;
}
