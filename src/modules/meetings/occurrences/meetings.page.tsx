import { ButtonLink, Buttons } from '#src/web/components/button/button.tsx';
import { Section } from '#src/web/components/card/card.tsx';
import { Empty } from '#src/web/components/empty/empty.tsx';
import { Local } from '#src/web/components/local/local.tsx';
import { Page } from '#src/web/components/page/page.tsx';
import { Pager } from '#src/web/components/pager/pager.tsx';
import { Tabs } from '#src/web/components/tabs/tabs.tsx';
import type { Visit } from '#src/web/visit.ts';
import type { Series } from '../series/series.ts';
import type { OccurrencePage } from './occurrence.queries.ts';
import type { Occurrence } from './occurrence.ts';
import { OccurrenceCard } from './occurrence-card.page.tsx';

type Props = {
  visit: Visit;
  isPast: boolean;
  page: OccurrencePage;
  isFirst: boolean;
  series: readonly Series[];
  mayPlan: boolean;
};

export function MeetingsPage({ visit, isPast, page, isFirst, series, mayPlan }: Props) {
  const { t, to } = visit;
  const path = to(isPast ? '/meetings/past' : '/meetings');
  return (
    <Page visit={visit} title={t('meetings.title')} description={t('meetings.description')}>
      <p class="lead">{t('meetings.lead')}</p>
      <Tabs
        label={t('meetings.title')}
        tabs={[
          { href: to('/meetings'), label: t('meetings.upcoming'), isHere: !isPast },
          { href: to('/meetings/past'), label: t('meetings.past'), isHere: isPast },
        ]}
      />
      <h2 class="unseen">{t(isPast ? 'meetings.past' : 'meetings.upcoming')}</h2>
      <OccurrenceList visit={visit} occurrences={page.occurrences} isPast={isPast} />
      <Pager
        visit={visit}
        next={page.next && `${path}?after=${page.next}`}
        first={isFirst ? undefined : path}
      />
      <Section title={t('series.all')}>
        <SeriesList visit={visit} series={series} mayPlan={mayPlan} />
      </Section>
      {mayPlan && (
        <Buttons>
          <ButtonLink href={to('/coordinate/series/new')} icon="plus">
            {t('series.add')}
          </ButtonLink>
        </Buttons>
      )}
    </Page>
  );
}

type ListProps = { visit: Visit; occurrences: readonly Occurrence[]; isPast?: boolean };

export const OccurrenceList = ({ visit, occurrences, isPast = false }: ListProps) =>
  occurrences.length === 0 ? (
    <Empty text={visit.t(isPast ? 'meetings.past.empty' : 'meetings.upcoming.empty')} />
  ) : (
    <ul class="meetings">
      {occurrences.map((occurrence) => (
        <li class="card" key={occurrence.id}>
          <OccurrenceCard visit={visit} occurrence={occurrence} />
        </li>
      ))}
    </ul>
  );

const SeriesList = ({ visit, series, mayPlan }: Pick<Props, 'visit' | 'series' | 'mayPlan'>) => (
  <ul class="grid">
    {series.map(({ id, slug, name, openTo, kind }) => (
      <li key={id}>
        <a class="card series-card" href={visit.to(`/series/${slug}`)}>
          <b>
            <Local visit={visit} text={name} />
          </b>
          <small>
            <Local visit={visit} text={kind} /> · {visit.t(`open-to.${openTo}`)}
          </small>
        </a>
        {mayPlan && (
          <Buttons>
            <ButtonLink href={visit.to(`/series/${slug}/occurrences/new`)} icon="plus">
              {visit.t('occurrence.add')}
              <span class="unseen">
                {' '}
                <Local visit={visit} text={name} />
              </span>
            </ButtonLink>
          </Buttons>
        )}
      </li>
    ))}
  </ul>
);
