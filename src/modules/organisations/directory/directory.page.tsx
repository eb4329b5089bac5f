import { standings } from '#src/kernel/audience.ts';
import { isProvinceCode, provinceCodes, provinces } from '#src/kernel/khmer/provinces.ts';
import { inLanguage } from '#src/kernel/local-text.ts';
import { ButtonLink } from '#src/web/components/button/button.tsx';
import { Empty } from '#src/web/components/empty/empty.tsx';
import { type Filter, FilterBar } from '#src/web/components/filter-bar/filter-bar.tsx';
import { Local } from '#src/web/components/local/local.tsx';
import { Mark } from '#src/web/components/mark/mark.tsx';
import { Page } from '#src/web/components/page/page.tsx';
import { Pager } from '#src/web/components/pager/pager.tsx';
import { queryString } from '#src/web/query-string.ts';
import type { Visit } from '#src/web/visit.ts';
import { byLabel } from '../codes/choices.ts';
import { expertises, organisationKinds, sectors, workingLanguages } from '../codes/codes.ts';
import { lettersOf, tintOf } from '../organisations/organisation.ts';
import type { DirectorySearch } from './directory.form.ts';
import type { Directory, Listed } from './directory.queries.ts';

type Props = {
  visit: Visit;
  search: DirectorySearch;
  directory: Directory;
  count: number;
  mayAdd: boolean;
};

export function DirectoryPage({ visit, search, directory, count, mayAdd }: Props) {
  const { t, to } = visit;
  const { after, ...kept } = search;
  const path = to('/organisations');
  return (
    <Page visit={visit} title={t('directory.title')} description={t('directory.description')}>
      <p class="lead">{t('directory.lead')}</p>
      <FilterBar
        visit={visit}
        q={search.q}
        label={t('directory.search')}
        filters={filtersOf(visit, search)}
      />
      <div class="soft" role="status">
        {count > 0 ? (
          t('directory.count', { count })
        ) : (
          <Empty text={t('directory.empty')}>
            <ButtonLink href={path}>{t('directory.all')}</ButtonLink>
          </Empty>
        )}
      </div>
      {directory.organisations.length > 0 && (
        <OrganisationCards visit={visit} organisations={directory.organisations} />
      )}
      <Pager
        visit={visit}
        next={directory.next && path + queryString({ ...kept, after: directory.next })}
        first={after && path + queryString(kept)}
      />
      {mayAdd && (
        <p class="buttons">
          <ButtonLink href={to('/coordinate/organisations/new')} icon="plus">
            {t('organisation.add')}
          </ButtonLink>
        </p>
      )}
    </Page>
  );
}

export const OrganisationCards = ({
  visit,
  organisations,
}: {
  visit: Visit;
  organisations: readonly Listed[];
}) => (
  <ul class="grid">
    {organisations.map((organisation) => (
      <li key={organisation.id}>
        <OrganisationCard visit={visit} organisation={organisation} />
      </li>
    ))}
  </ul>
);

const OrganisationCard = ({ visit, organisation }: { visit: Visit; organisation: Listed }) => (
  <a class="card organisation-card" href={visit.to(`/organisations/${organisation.slug}`)}>
    <Mark letters={lettersOf(marked(organisation))} tint={tintOf(organisation.id)} />
    <span>
      <b>
        <Local visit={visit} text={organisation.name} />
      </b>
      <small>{factsOf(visit, organisation)}</small>
    </span>
  </a>
);

const marked = ({ name, abbreviation }: Listed) => ({ name, abbreviation: abbreviation ?? undefined });

const factsOf = ({ t, language }: Visit, { kind, province, standing }: Listed): string =>
  [
    t(`kind.${kind}`),
    standing && t(`standing.${standing}`),
    province && isProvinceCode(province) && inLanguage(provinces[province], language),
  ]
    .filter(Boolean)
    .join(' · ');

const filtersOf = ({ t, language }: Visit, search: DirectorySearch): Filter[] => [
  {
    name: 'kind',
    label: t('organisation.kind'),
    value: search.kind,
    options: byLabel(organisationKinds.map((kind) => [kind, t(`kind.${kind}`)])),
  },
  {
    name: 'standing',
    label: t('membership.standing'),
    value: search.standing,
    options: standings.map((standing) => [standing, t(`standing.${standing}`)]),
  },
  {
    name: 'expertise',
    label: t('organisation.expertise'),
    value: search.expertise,
    options: byLabel(expertises.map((expertise) => [expertise, t(`expertise.${expertise}`)])),
  },
  {
    name: 'sector',
    label: t('organisation.sectors'),
    value: search.sector,
    options: byLabel(sectors.map((sector) => [sector, t(`sector.${sector}`)])),
  },
  {
    name: 'province',
    label: t('organisation.province'),
    value: search.province,
    options: byLabel(provinceCodes.map((code) => [code, inLanguage(provinces[code], language)])),
  },
  {
    name: 'language',
    label: t('organisation.languages'),
    value: search.language,
    options: byLabel(workingLanguages.map((code) => [code, t(`language.${code}`)])),
  },
];
