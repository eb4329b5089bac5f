import { hasText, inLanguage } from '#src/kernel/local-text.ts';
import { ActionButton, ButtonLink } from '#src/web/components/button/button.tsx';
import { Section } from '#src/web/components/card/card.tsx';
import { Crumbs } from '#src/web/components/crumbs/crumbs.tsx';
import { Details } from '#src/web/components/facts/facts.tsx';
import { Local } from '#src/web/components/local/local.tsx';
import { Notice } from '#src/web/components/notice/notice.tsx';
import { Page } from '#src/web/components/page/page.tsx';
import { Pager } from '#src/web/components/pager/pager.tsx';
import { Prose } from '#src/web/components/prose/prose.tsx';
import { Share } from '#src/web/components/share/share.tsx';
import type { Visit } from '#src/web/visit.ts';
import { OccurrenceList } from '../occurrences/meetings.page.tsx';
import type { OccurrencePage } from '../occurrences/occurrence.queries.ts';
import { sayRecurrence } from './recurrence-words.ts';
import type { Series } from './series.ts';

type Props = {
  visit: Visit;
  series: Series;
  upcoming: OccurrencePage;
  past: OccurrencePage;
  isFirst: boolean;
  mayPlan: boolean;
};

export function SeriesPage({ visit, series, upcoming, past, isFirst, mayPlan }: Props) {
  const { t, to, language } = visit;
  const name = inLanguage(series.name, language);
  const path = to(`/series/${series.slug}`);
  const first = isFirst ? undefined : path;
  return (
    <Page
      visit={visit}
      title={name}
      description={`${name}. ${t(`open-to.${series.openTo}`)}.`}
      above={<Crumbs visit={visit} way={[{ href: to('/meetings'), label: t('meetings.title') }]} />}
      hasOwnTitle
    >
      <h1>
        <Local visit={visit} text={series.name} />
      </h1>
      {series.hasEnded && <Notice tone="attention" title={t('series.has-ended')} />}
      {hasText(series.aboutHtml) && <Prose visit={visit} html={series.aboutHtml} />}
      <SeriesFacts visit={visit} series={series} />
      <Section title={t('series.upcoming')}>
        <OccurrenceList visit={visit} occurrences={upcoming.occurrences} />
        <Pager visit={visit} next={upcoming.next && `${path}?after=${upcoming.next}`} first={first} />
      </Section>
      {past.occurrences.length > 0 && (
        <Section title={t('series.past')}>
          <OccurrenceList visit={visit} occurrences={past.occurrences} isPast />
          <Pager visit={visit} next={past.next && `${path}?past=${past.next}`} first={first} />
        </Section>
      )}
      {mayPlan && <Manage visit={visit} series={series} />}
      <Share visit={visit} title={name} path={`/series/${series.slug}`} />
    </Page>
  );
}

const SeriesFacts = ({ visit, series }: Pick<Props, 'visit' | 'series'>) => {
  const { t, to, language } = visit;
  const { kind, host, place } = series;
  return (
    <Details
      rows={[
        [t('series.kind'), <Local visit={visit} text={kind} />],
        [t('series.open-to'), t(`series.audience.${series.openTo}`)],
        [t('series.when'), sayRecurrence(series, language, t)],
        ...(place && hasText(place)
          ? [[t('occurrence.where'), <Local visit={visit} text={place} />] as const]
          : []),
        ...(host
          ? [
              [
                t('occurrence.host'),
                <a href={to(`/organisations/${host.slug}`)}>
                  <Local visit={visit} text={host.name} />
                </a>,
              ] as const,
            ]
          : []),
      ]}
    />
  );
};

const Manage = ({ visit, series }: Pick<Props, 'visit' | 'series'>) => {
  const { t, to } = visit;
  const path = to(`/series/${series.slug}`);
  return (
    <Section title={t('occurrence.manage')}>
      <div class="buttons">
        <ButtonLink href={`${path}/occurrences/new`} icon="plus" tone="main">
          {t('occurrence.add')}
        </ButtonLink>
        <ButtonLink href={`${path}/edit`} icon="pencil">
          {t('series.edit')}
        </ButtonLink>
        {series.hasEnded ? (
          <ActionButton visit={visit} action={`${path}/restarting`} label={t('series.restart')} />
        ) : (
          <ButtonLink href={`${path}/ending`} tone="danger">
            {t('series.end')}
          </ButtonLink>
        )}
      </div>
    </Section>
  );
};
