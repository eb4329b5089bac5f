import { ActionButton, Buttons } from '#src/web/components/button/button.tsx';
import { Crumbs } from '#src/web/components/crumbs/crumbs.tsx';
import { Local } from '#src/web/components/local/local.tsx';
import { Page } from '#src/web/components/page/page.tsx';
import type { Visit } from '#src/web/visit.ts';
import type { Occurrence } from '../occurrences/occurrence.ts';
import { OccurrenceFacts } from '../occurrences/occurrence-card.page.tsx';

/** Asks once more before what others may have read is gone for them. */
export function TakeBackPage({ visit, occurrence }: { visit: Visit; occurrence: Occurrence }) {
  const { t, to } = visit;
  const back = to(`/occurrences/${occurrence.id}`);
  return (
    <Page
      visit={visit}
      title={t('minutes.take-back.title')}
      above={
        <Crumbs visit={visit} way={[{ href: back, label: <Local visit={visit} text={occurrence.name} /> }]} />
      }
    >
      <OccurrenceFacts visit={visit} occurrence={occurrence} />
      <p class="lead">{t('minutes.take-back.lead')}</p>
      <Buttons>
        <ActionButton
          visit={visit}
          action={`${back}/minutes/withdrawal`}
          label={t('minutes.take-back')}
          tone="danger"
        />
        <a href={back}>{t('minutes.take-back.keep')}</a>
      </Buttons>
    </Page>
  );
}
