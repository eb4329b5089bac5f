import { sayYear } from '#src/kernel/khmer/dates.ts';
import { hasText } from '#src/kernel/local-text.ts';
import { ButtonLink, Buttons } from '#src/web/components/button/button.tsx';
import { Section } from '#src/web/components/card/card.tsx';
import { Figures } from '#src/web/components/figures/figures.tsx';
import { Local } from '#src/web/components/local/local.tsx';
import { Page } from '#src/web/components/page/page.tsx';
import { Prose } from '#src/web/components/prose/prose.tsx';
import { Share } from '#src/web/components/share/share.tsx';
import { safeUrl } from '#src/web/safe-url.ts';
import type { Visit } from '#src/web/visit.ts';
import type { Activity } from '../activities/activity.ts';
import type { Aim } from '../aims/aim.ts';
import type { Figure } from '../figures/figure.ts';
import { HostList } from '../hosts/host.page.tsx';
import type { HostTerm } from '../hosts/host.ts';
import type { Network } from '../story/story.ts';
import type { Supporter } from '../supporters/supporter.ts';

type Props = {
  visit: Visit;
  network: Network;
  aims: readonly Aim[];
  activities: readonly Activity[];
  figures: readonly Figure[];
  hosts: readonly HostTerm[];
  supporters: readonly Supporter[];
  mayEdit: boolean;
};

export function AboutPage(props: Props) {
  const { visit, network, aims, activities, figures, hosts, supporters, mayEdit } = props;
  const { t, to } = visit;
  return (
    <Page visit={visit} title={t('about.title')} description={t('about.description')}>
      {hasText(network.storyHtml) && <Prose visit={visit} html={network.storyHtml} />}
      {aims.length > 0 && <Aims visit={visit} aims={aims} />}
      {activities.length > 0 && (
        <Section title={t('activity.title')}>
          <ul class="stack">
            {activities.map(({ name, text = {} }, place) => (
              <li class="card" key={place}>
                <h3>
                  <Local visit={visit} text={name} />
                </h3>
                {hasText(text) && (
                  <p>
                    <Local visit={visit} text={text} />
                  </p>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {figures.length > 0 && (
        <Section title={t('about.figures')}>
          <Figures figures={sourcedFigures(visit, figures)} />
        </Section>
      )}
      <Section title={t('about.hosts')}>
        <HostList visit={visit} terms={hosts} />
      </Section>
      {supporters.length > 0 && (
        <Section title={t('about.supporters')}>
          <ul class="stack">
            {supporters.map((supporter, place) => (
              <SupporterCard key={place} visit={visit} supporter={supporter} />
            ))}
          </ul>
        </Section>
      )}
      <Buttons>
        <ButtonLink href={to('/contact')} icon="mail">
          {t('about.write')}
        </ButtonLink>
        {mayEdit && (
          <ButtonLink href={to('/coordinate/network')} icon="pencil">
            {t('network.edit')}
          </ButtonLink>
        )}
      </Buttons>
      <Share visit={visit} title={t('about.title')} path="/about" />
    </Page>
  );
}

export const Aims = ({ visit, aims }: { visit: Visit; aims: readonly Aim[] }) => (
  <Section title={visit.t('aim.title')}>
    <ol class="aims">
      {aims.map(({ text }, place) => (
        <li key={place}>
          <i aria-hidden="true">{visit.t('page.number', { number: place + 1 })}</i>
          <span>
            <Local visit={visit} text={text} />
          </span>
        </li>
      ))}
    </ol>
  </Section>
);

export const sourcedFigures = (visit: Visit, figures: readonly Figure[]) =>
  figures.map(({ value, label, source, sourceUrl }, place) => {
    const href = safeUrl(sourceUrl);
    const words = <Local visit={visit} text={source} />;
    return {
      id: String(place),
      value: <Local visit={visit} text={value} />,
      label: <Local visit={visit} text={label} />,
      source: href ? <a href={href}>{words}</a> : words,
    };
  });

const SupporterCard = ({ visit, supporter }: { visit: Visit; supporter: Supporter }) => {
  const { name, text = {}, website, sinceYear, untilYear } = supporter;
  const href = safeUrl(website);
  const words = <Local visit={visit} text={name} />;
  const years = {
    since: sayYear(String(sinceYear), visit.language),
    until: sayYear(String(untilYear), visit.language),
  };
  return (
    <li class="card">
      <h3>{href ? <a href={href}>{words}</a> : words}</h3>
      {sinceYear && <p class="soft">{visit.t(untilYear ? 'about.years' : 'about.since', years)}</p>}
      {hasText(text) && (
        <p>
          <Local visit={visit} text={text} />
        </p>
      )}
    </li>
  );
};
