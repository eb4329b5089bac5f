import { sayDate } from '#src/kernel/khmer/dates.ts';
import { hasText, inLanguage } from '#src/kernel/local-text.ts';
import { type Occurrence, OccurrenceCard, OccurrenceList } from '#src/modules/meetings/index.ts';
import {
  type Aim,
  Aims,
  Headlines,
  type Network,
  type NewsHeadline,
  type Figure as Quoted,
  sourcedFigures,
} from '#src/modules/network/index.ts';
import { type Listed, OrganisationCards } from '#src/modules/organisations/index.ts';
import { ButtonLink, Buttons } from '#src/web/components/button/button.tsx';
import { Card, Section } from '#src/web/components/card/card.tsx';
import { ChoiceLinks } from '#src/web/components/choice/choice.tsx';
import { Empty } from '#src/web/components/empty/empty.tsx';
import { type Figure, Figures } from '#src/web/components/figures/figures.tsx';
import { Local } from '#src/web/components/local/local.tsx';
import { Page } from '#src/web/components/page/page.tsx';
import { Share } from '#src/web/components/share/share.tsx';
import type { Visit } from '#src/web/visit.ts';

type Props = {
  visit: Visit;
  network: Network;
  next: Occurrence | undefined;
  /** Whether this visitor may answer the next meeting, and with which words. */
  choices: readonly { readonly value: string; readonly label: string }[];
  later: readonly Occurrence[];
  minuted: readonly Occurrence[];
  members: readonly Listed[];
  memberCount: number;
  aims: readonly Aim[];
  news: readonly NewsHeadline[];
  figures: readonly Quoted[];
};

export function FrontPage(props: Props) {
  const { visit, network, later, aims } = props;
  const { t, to, language } = visit;
  const title = inLanguage(network.name, language);
  return (
    <Page visit={visit} title={title} description={inLanguage(network.lead ?? {}, language)} hasOwnTitle>
      <div class="hero">
        <Welcome visit={visit} network={network} />
        <NextMeeting {...props} />
      </div>
      {later.length > 0 && (
        <Section title={t('home.meetings')} more={{ href: to('/meetings'), label: t('home.all-meetings') }}>
          <OccurrenceList visit={visit} occurrences={later} />
        </Section>
      )}
      <Members {...props} />
      {aims.length > 0 && <Aims visit={visit} aims={aims} />}
      <Latest {...props} />
      <Numbers {...props} />
      <Section title={t('home.join')}>
        <p>{t('home.join.text')}</p>
        <Buttons>
          <ButtonLink href={to('/contact')} icon="mail">
            {t('nav.contact')}
          </ButtonLink>
          <ButtonLink href={to('/about')}>{t('home.about')}</ButtonLink>
        </Buttons>
      </Section>
      <Share visit={visit} title={title} path="/" />
    </Page>
  );
}

const Welcome = ({ visit, network }: Pick<Props, 'visit' | 'network'>) => (
  <div>
    <h1 class="hero-title">
      <Local
        visit={visit}
        text={network.tagline && hasText(network.tagline) ? network.tagline : network.name}
      />
    </h1>
    {network.lead && hasText(network.lead) && (
      <p class="lead">
        <Local visit={visit} text={network.lead} />
      </p>
    )}
  </div>
);

function NextMeeting({ visit, next, choices }: Props) {
  const { t, to } = visit;
  return (
    <Card title={t('home.next')}>
      {next ? (
        <>
          <OccurrenceCard visit={visit} occurrence={next} />
          <ChoiceLinks
            label={t('rsvp.answer')}
            choices={choices.map(({ value, label }) => ({
              href: `${to(`/occurrences/${next.id}/rsvp`)}?answer=${value}`,
              label,
              ...(value === 'accepted' && { tone: 'yes' as const }),
            }))}
          />
        </>
      ) : (
        <Empty text={t('home.next.none')} />
      )}
    </Card>
  );
}

const Members = ({ visit, members }: Props) =>
  members.length === 0 ? null : (
    <Section
      title={visit.t('home.members')}
      more={{ href: visit.to('/organisations'), label: visit.t('home.all-organisations') }}
    >
      <OrganisationCards visit={visit} organisations={members} />
    </Section>
  );

const Latest = ({ visit, minuted, news }: Props) => (
  <>
    {minuted.length > 0 && (
      <Section title={visit.t('home.minutes')}>
        <ul class="headlines">
          {minuted.map(({ id, minutesId, name, startsAt, zone }) => (
            <li key={id}>
              <a href={visit.to(`/minutes/${minutesId}`)}>
                <Local visit={visit} text={name} />
              </a>
              <p class="soft">{sayDate(startsAt, visit.language, zone)}</p>
            </li>
          ))}
        </ul>
      </Section>
    )}
    {news.length > 0 && (
      <Section title={visit.t('home.news')} more={{ href: visit.to('/news'), label: visit.t('news.all') }}>
        <Headlines visit={visit} items={news} />
      </Section>
    )}
  </>
);

const Numbers = ({ visit, figures, memberCount }: Props) => {
  const { t } = visit;
  const main = figures.filter(({ isMain }) => isMain);
  if (main.length === 0 && memberCount === 0) return null;
  return (
    <Section title={t('home.figures')} more={{ href: visit.to('/about'), label: t('about.figures') }}>
      <Figures figures={[...memberFigure(visit, memberCount), ...sourcedFigures(visit, main)]} />
    </Section>
  );
};

const memberFigure = ({ t }: Visit, count: number): Figure[] =>
  count === 0
    ? []
    : [
        {
          id: 'members',
          value: t('page.number', { number: count }),
          label: t('home.members.count', { count }),
        },
      ];
