import { htmlOf } from '#src/platform/markdown/markdown.ts';
import { show, webRoutes } from '#src/web/routes.tsx';
import { PrivacyPage } from './privacy.page.tsx';

export const privacyRoutes = webRoutes().get('/privacy', (c) => {
  const { visit } = c.var;
  const html = { [visit.language]: htmlOf(visit.t('privacy.body')) };
  return show(c, <PrivacyPage visit={visit} html={html} />);
});
