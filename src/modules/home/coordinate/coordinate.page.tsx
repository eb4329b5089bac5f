import { sayDate } from '#src/kernel/khmer/dates.ts';
import { inLanguage } from '#src/kernel/local-text.ts';
import {
  ActionItemList,
  type Occurrence,
  OccurrenceList,
  type OpenActionItem,
  type PublishedMinutes,
} from '#src/modules/meetings/index.ts';
import type { FailedMessage } from '#src/modules/messaging/index.ts';
import { ButtonLink, Buttons } from '#src/web/components/button/button.tsx';
import { Section } from '#src/web/components/card/card.tsx';
import { Empty } from '#src/web/components/empty/empty.tsx';
import { Notice } from '#src/web/components/notice/notice.tsx';
import { Page } from '#src/web/components/page/page.tsx';
import type { Visit } from '#src/web/visit.ts';

type Props = {
  visit: Visit;
  unanswered: number;
  withoutMinutes: readonly PublishedMinutes[];
  overdue: readonly OpenActionItem[];
  failed: readonly FailedMessage[];
  occurrences: readonly Occurrence[];
};

export function CoordinatePage(props: Props) {
  const { visit, occurrences } = props;
  const { t, to } = visit;
  return (
    <Page visit={visit} title={t('coordinate.title')}>
      <p class="lead">{t('coordinate.lead')}</p>
      <Attention {...props} />
      {occurrences.length === 0 && <FirstSteps visit={visit} />}
      <Section
        title={t('coordinate.meetings')}
        more={{ href: to('/meetings'), label: t('home.all-meetings') }}
      >
        {occurrences.length === 0 ? (
          <Empty text={t('start.meetings.none')} />
        ) : (
          <OccurrenceList visit={visit} occurrences={occurrences} />
        )}
      </Section>
      <Section title={t('coordinate.tools')}>
        <Tools visit={visit} />
      </Section>
    </Page>
  );
}

function Attention(props: Props) {
  const { visit, unanswered, withoutMinutes, overdue, failed } = props;
  const { t } = visit;
  const isQuiet = unanswered + withoutMinutes.length + overdue.length + failed.length === 0;
  return (
    <Section title={t('coordinate.attention')}>
      {isQuiet && <Empty text={t('coordinate.attention.none')} />}
      <Waiting {...props} />
      {overdue.length > 0 && (
        <>
          <h3>{t('coordinate.action-items')}</h3>
          <ActionItemList visit={visit} items={overdue} />
        </>
      )}
      {failed.length > 0 && (
        <Notice tone="attention" title={t('coordinate.failed')}>
          <ul>
            {failed.map(({ id, about, channel, problem }) => (
              <li key={id}>
                {t('coordinate.failed.line', {
                  about,
                  channel: t(`channel.${channel}`),
                  problem: problem ?? '',
                })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </Section>
  );
}

const Waiting = ({ visit, unanswered, withoutMinutes }: Props) => {
  const { t, to, language } = visit;
  return (
    <ul class="stack">
      {unanswered > 0 && (
        <li>
          <ButtonLink href={to('/coordinate/messages')} icon="mail">
            {t('coordinate.messages', { count: unanswered })}
          </ButtonLink>
        </li>
      )}
      {withoutMinutes.map(({ id, name, startsAt, zone }) => (
        <li key={id}>
          <ButtonLink href={to(`/occurrences/${id}/minutes`)} icon="minutes">
            {t('coordinate.minutes', {
              name: inLanguage(name, language),
              when: sayDate(startsAt, language, zone),
            })}
          </ButtonLink>
        </li>
      ))}
    </ul>
  );
};

/** While nothing is planned: what a new coordinator does first, in this order. */
const FirstSteps = ({ visit: { t, to } }: { visit: Visit }) => (
  <Section title={t('coordinate.first-steps')}>
    <Buttons>
      <ButtonLink href={to('/coordinate/network')} icon="pencil">
        {t('coordinate.first.words')}
      </ButtonLink>
      <ButtonLink href={to('/invitations/new')} icon="people">
        {t('coordinate.first.invite')}
      </ButtonLink>
      <ButtonLink href={to('/meetings')} icon="plus" tone="main">
        {t('coordinate.first.plan')}
      </ButtonLink>
    </Buttons>
  </Section>
);

const Tools = ({ visit: { t, to, nav, site } }: { visit: Visit }) => (
  <ul class="grid">
    {[...nav.filter(({ place }) => place === 'coordinate'), ...(site.simulator ? simulated : [])].map(
      ({ path, label }) => (
        <li key={path}>
          <a class="card tool" href={to(path)}>
            {t(label)}
          </a>
        </li>
      ),
    )}
  </ul>
);

/** Mounted only where messages are simulated. */
const simulated = [
  { path: '/dev/outbox', label: 'coordinate.outbox' },
  { path: '/dev/components', label: 'gallery.title' },
] as const;
