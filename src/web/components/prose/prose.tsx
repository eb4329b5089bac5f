import { inLanguage, type LocalText, languageOf } from '#src/kernel/local-text.ts';
import type { Visit } from '../../visit.ts';

type Props = { visit: Visit; html: LocalText };

/** Text with headings, lists and links. The HTML was made and cleaned when it was saved (platform/markdown). */
export function Prose({ visit: { language, t }, html }: Props) {
  const spoken = languageOf(html, language);
  return (
    <>
      {spoken !== language && <p class="prose-note">{t('page.only-in-other-language')}</p>}
      <div class="prose" lang={spoken} dangerouslySetInnerHTML={{ __html: inLanguage(html, language) }} />
    </>
  );
}
