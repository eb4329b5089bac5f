import type { Reach } from '#src/modules/messaging/index.ts';
import { showPhone } from '#src/platform/phone/phone-number.ts';
import { Crumbs } from '#src/web/components/crumbs/crumbs.tsx';
import { Empty } from '#src/web/components/empty/empty.tsx';
import { Local } from '#src/web/components/local/local.tsx';
import { Page } from '#src/web/components/page/page.tsx';
import { Pager } from '#src/web/components/pager/pager.tsx';
import { Table } from '#src/web/components/table/table.tsx';
import type { Visit } from '#src/web/visit.ts';
import type { Occurrence } from '../occurrences/occurrence.ts';
import { OccurrenceFacts } from '../occurrences/occurrence-card.page.tsx';
import type { Answered } from './rsvp-list.queries.ts';

type Props = {
  visit: Visit;
  occurrence: Occurrence;
  answered: readonly Answered[];
  next: string | undefined;
  isFirst: boolean;
};

export function RsvpListPage({ visit, occurrence, answered, next, isFirst }: Props) {
  const { t, to } = visit;
  const back = to(`/occurrences/${occurrence.id}`);
  const path = `${back}/rsvps`;
  const counts = { taken: occurrence.seatsTaken, waiting: occurrence.seatsWaiting };
  return (
    <Page
      visit={visit}
      title={t('rsvp.list')}
      above={
        <Crumbs visit={visit} way={[{ href: back, label: <Local visit={visit} text={occurrence.name} /> }]} />
      }
    >
      <OccurrenceFacts visit={visit} occurrence={occurrence} />
      <p class="lead">{t('rsvp.counts', counts)}</p>
      {answered.length === 0 ? (
        <Empty text={t('rsvp.list.empty')} />
      ) : (
        <AnsweredTable visit={visit} answered={answered} path={path} />
      )}
      {(answered.length > 0 || !isFirst) && (
        <p>
          <a href={`${path}.csv`}>{t('rsvp.list.download')}</a>
        </p>
      )}
      <Pager visit={visit} next={next && `${path}?after=${next}`} first={isFirst ? undefined : path} />
    </Page>
  );
}

export const WhoAnswered = ({ visit, answered }: { visit: Visit; answered: Answered }) =>
  answered.personName ? <Local visit={visit} text={answered.personName} /> : answered.name;

const AnsweredTable = ({ visit, answered, path }: Pick<Props, 'visit' | 'answered'> & { path: string }) => {
  const { t } = visit;
  return (
    <Table
      caption={t('rsvp.list')}
      rows={answered}
      keyOf={({ id }) => id}
      columns={[
        {
          head: t('rsvp.list.who'),
          cell: (one) => <WhoAnswered visit={visit} answered={one} />,
        },
        {
          head: t('rsvp.list.organisation'),
          cell: ({ organisation }) => (organisation ? <Local visit={visit} text={organisation} /> : '–'),
        },
        {
          head: t('rsvp.list.answer'),
          cell: ({ answer, seating }) => t(seating === 'waiting' ? 'rsvp.list.waiting' : `rsvp.${answer}`),
        },
        {
          head: t('rsvp.list.seats'),
          isNumber: true,
          // Whoever cannot come brings nobody, whatever the form says.
          cell: ({ answer, seats }) => (answer === 'declined' ? '–' : t('page.number', { number: seats })),
        },
        { head: t('rsvp.list.companions'), cell: ({ companions }) => companions ?? '–' },
        { head: t('rsvp.list.reach'), cell: ({ reach }) => (reach ? <ReachLink reach={reach} /> : '–') },
        {
          head: t('rsvp.list.change'),
          cell: (one) => (
            <a href={`${path}/${one.id}/removal`}>
              {t('rsvp.remove')}
              <span class="unseen">
                {' '}
                <WhoAnswered visit={visit} answered={one} />
              </span>
            </a>
          ),
        },
      ]}
    />
  );
};

const ReachLink = ({ reach: { channel, address } }: { reach: Reach }) =>
  channel === 'sms' ? (
    <a href={`tel:${address}`}>{showPhone(address)}</a>
  ) : (
    <a href={`mailto:${address}`}>{address}</a>
  );
