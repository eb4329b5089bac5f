import { isoDay, sayYear } from '#src/kernel/khmer/dates.ts';
import { provinces } from '#src/kernel/khmer/provinces.ts';
import { hasText, inLanguage } from '#src/kernel/local-text.ts';
import { networkZone } from '#src/kernel/zone.ts';
import { showPhone } from '#src/platform/phone/phone-number.ts';
import { ActionButton, ButtonLink, Buttons } from '#src/web/components/button/button.tsx';
import { Section } from '#src/web/components/card/card.tsx';
import { Crumbs } from '#src/web/components/crumbs/crumbs.tsx';
import { Empty } from '#src/web/components/empty/empty.tsx';
import { Details } from '#src/web/components/facts/facts.tsx';
import { JsonLd } from '#src/web/components/json-ld/json-ld.tsx';
import { Local } from '#src/web/components/local/local.tsx';
import { Mark } from '#src/web/components/mark/mark.tsx';
import { Notice } from '#src/web/components/notice/notice.tsx';
import { Page } from '#src/web/components/page/page.tsx';
import { Prose } from '#src/web/components/prose/prose.tsx';
import { Share } from '#src/web/components/share/share.tsx';
import { Tag } from '#src/web/components/tag/tag.tsx';
import { safeUrl } from '#src/web/safe-url.ts';
import type { Visit } from '#src/web/visit.ts';
import { isHeldOn, type Membership } from '../memberships/membership.ts';
import type { PublicPerson } from '../positions/position.ts';
import { PublicPeople } from '../positions/public-people.page.tsx';
import type { Project } from '../projects/project.ts';
import { ProjectList } from '../projects/project-list.page.tsx';
import { lettersOf, type Organisation, tintOf } from './organisation.ts';
import { schemaOrg } from './schema-org.ts';

export type OrganisationProps = {
  visit: Visit;
  organisation: Organisation;
  memberships: readonly Membership[];
  people: readonly PublicPerson[];
  projects: readonly Project[];
  may: { edit: boolean; setStanding: boolean; archive: boolean };
};

export function OrganisationPage(props: OrganisationProps) {
  const { visit, organisation, people, projects } = props;
  const { t, to, language } = visit;
  const name = inLanguage(organisation.name, language);
  const path = `/organisations/${organisation.slug}`;
  return (
    <Page
      visit={visit}
      title={name}
      description={firstWords(organisation, visit)}
      above={<Crumbs visit={visit} way={[{ href: to('/organisations'), label: t('directory.title') }]} />}
      hasOwnTitle
    >
      <Heading {...props} />
      {organisation.isArchived && <Notice tone="attention" title={t('organisation.archived')} />}
      {hasText(organisation.aboutHtml) && <Prose visit={visit} html={organisation.aboutHtml} />}
      <Knows {...props} />
      <Section title={t('organisation.contact')}>
        <Contact {...props} />
      </Section>
      {people.length > 0 && <PublicPeople visit={visit} people={people} />}
      {projects.length > 0 && <ProjectList visit={visit} projects={projects} />}
      <Section title={t('organisation.standing')}>
        <Standing {...props} />
      </Section>
      <Manage {...props} />
      <Share visit={visit} title={name} path={path} />
      <JsonLd data={schemaOrg(organisation, visit.site.baseUrl + to(path))} />
    </Page>
  );
}

const Heading = ({ visit, organisation }: OrganisationProps) => (
  <div class="organisation-head">
    <Mark letters={lettersOf(organisation)} tint={tintOf(organisation.id)} />
    <div>
      <h1>
        <Local visit={visit} text={organisation.name} />
        {organisation.abbreviation && <small> ({organisation.abbreviation})</small>}
      </h1>
      <p class="tags">
        <Tag tone="quiet">{visit.t(`kind.${organisation.kind}`)}</Tag>
        {organisation.standing && <Tag tone="members">{visit.t(`standing.${organisation.standing}`)}</Tag>}
      </p>
    </div>
  </div>
);

const Knows = ({ visit: { t }, organisation: { expertise, sectors, languages } }: OrganisationProps) => (
  <Details
    rows={[
      ...row(
        t('organisation.expertise'),
        expertise.map((code) => t(`expertise.${code}`)),
      ),
      ...row(
        t('organisation.sectors'),
        sectors.map((code) => t(`sector.${code}`)),
      ),
      ...row(
        t('organisation.languages'),
        languages.map((code) => t(`language.${code}`)),
      ),
    ]}
  />
);

const row = (name: string, values: readonly string[]) =>
  values.length > 0 ? [[name, values.join(' · ')] as const] : [];

function Contact({ visit, organisation }: OrganisationProps) {
  const { t, language } = visit;
  const { website, publicEmail, publicPhone, street = {}, province } = organisation;
  const site = safeUrl(website);
  const where = [
    ...(hasText(street) ? [<Local visit={visit} text={street} />] : []),
    ...(province ? [inLanguage(provinces[province], language)] : []),
  ];
  if (!site && !publicEmail && !publicPhone && where.length === 0)
    return <Empty text={t('organisation.contact.none')} />;
  return (
    <Details
      rows={[
        ...(where.length > 0
          ? [[t('organisation.street'), where.map((part) => <div>{part}</div>)] as const]
          : []),
        ...(site ? [[t('organisation.website'), <a href={site}>{shortAddress(site)}</a>] as const] : []),
        ...(publicEmail
          ? [[t('channel.email'), <a href={`mailto:${publicEmail}`}>{publicEmail}</a>] as const]
          : []),
        ...(publicPhone
          ? [
              [
                t('organisation.phone.short'),
                <a href={`tel:${publicPhone}`}>{showPhone(publicPhone)}</a>,
              ] as const,
            ]
          : []),
      ]}
    />
  );
}

const shortAddress = (address: string): string => address.replace(/^https?:\/\//, '').replace(/\/$/, '');

function Standing({ visit, memberships }: OrganisationProps) {
  const { t, language, now } = visit;
  if (memberships.length === 0) return <p class="soft">{t('organisation.standing.none')}</p>;
  return (
    <ol class="history">
      {memberships.toReversed().map(({ id, standing, since, until }) => (
        <li key={id} aria-current={isHeldOn({ since, until }, isoDay(now, networkZone)) || undefined}>
          {t(until ? 'organisation.standing.past' : 'organisation.standing.since', {
            standing: t(`standing.${standing}`),
            since: sayYear(since, language),
            until: until ? sayYear(until, language) : '',
          })}
        </li>
      ))}
    </ol>
  );
}

function Manage({ visit, organisation, may }: OrganisationProps) {
  const { t, to } = visit;
  if (!may.edit) return null;
  const path = to(`/organisations/${organisation.slug}`);
  return (
    <Section title={t('organisation.manage')}>
      <Buttons>
        <ButtonLink href={`${path}/edit`} icon="pencil">
          {t('organisation.edit')}
        </ButtonLink>
        <ButtonLink href={`${path}/people`} icon="people">
          {t('position.title.page')}
        </ButtonLink>
        <ButtonLink href={`${path}/projects`}>{t('project.title.page')}</ButtonLink>
        {may.setStanding && <ButtonLink href={`${path}/standing`}>{t('membership.standing')}</ButtonLink>}
        {may.archive && (
          <ActionButton
            visit={visit}
            action={`${path}/${organisation.isArchived ? 'restoring' : 'archiving'}`}
            label={t(organisation.isArchived ? 'organisation.restore' : 'organisation.archive')}
          />
        )}
      </Buttons>
    </Section>
  );
}

/** For the card a shared link shows: the beginning of what it says of itself. */
function firstWords({ about = {}, kind }: Organisation, { t, language }: Visit): string {
  const words = inLanguage(about, language)
    .replace(/[#*_>[\]]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return words ? words.slice(0, 200) : t(`kind.${kind}`);
}
