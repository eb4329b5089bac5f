import type { LocalText } from '#src/kernel/local-text.ts';
import { Page } from '#src/web/components/page/page.tsx';
import { Prose } from '#src/web/components/prose/prose.tsx';
import type { Visit } from '#src/web/visit.ts';

export const PrivacyPage = ({ visit, html }: { visit: Visit; html: LocalText }) => (
  <Page visit={visit} title={visit.t('privacy.title')} description={visit.t('privacy.description')}>
    <Prose visit={visit} html={html} />
  </Page>
);
