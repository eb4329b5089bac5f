import { ActionButton, Buttons } from '#src/web/components/button/button.tsx';
import { Crumbs } from '#src/web/components/crumbs/crumbs.tsx';
import { Local } from '#src/web/components/local/local.tsx';
import { Page } from '#src/web/components/page/page.tsx';
import type { Visit } from '#src/web/visit.ts';
import type { Series } from './series.ts';

/** Asks once more before a year of meetings vanishes. */
export function EndingPage({ visit, series }: { visit: Visit; series: Series }) {
  const { t, to } = visit;
  const back = to(`/series/${series.slug}`);
  return (
    <Page
      visit={visit}
      title={t('series.end.title')}
      above={
        <Crumbs visit={visit} way={[{ href: back, label: <Local visit={visit} text={series.name} /> }]} />
      }
    >
      <p class="lead">{t('series.end.lead')}</p>
      <Buttons>
        <ActionButton visit={visit} action={`${back}/ending`} label={t('series.end')} tone="danger" />
        <a href={back}>{t('series.end.keep')}</a>
      </Buttons>
    </Page>
  );
}
