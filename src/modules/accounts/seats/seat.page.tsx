import { inLanguage, type LocalText } from '#src/kernel/local-text.ts';
import { ButtonLink } from '#src/web/components/button/button.tsx';
import { Crumbs } from '#src/web/components/crumbs/crumbs.tsx';
import { Local } from '#src/web/components/local/local.tsx';
import { Page } from '#src/web/components/page/page.tsx';
import { Pager } from '#src/web/components/pager/pager.tsx';
import { Table } from '#src/web/components/table/table.tsx';
import { withQuery } from '#src/web/query-string.ts';
import type { Visit } from '#src/web/visit.ts';

export type Seat = {
  readonly organisationId: string | null;
  readonly role: 'coordinator' | 'representative' | 'staff';
};

type Member = {
  readonly personId: string;
  readonly name: LocalText;
  readonly hasSignIn: boolean;
  readonly seats: readonly Seat[];
};

type Props = {
  visit: Visit;
  members: readonly Member[];
  names: ReadonlyMap<string, LocalText>;
  next: string | undefined;
  isFirst: boolean;
};

export function PeoplePage({ visit, members, names, next, isFirst }: Props) {
  const { t, to } = visit;
  const path = to('/coordinate/people');
  return (
    <Page
      visit={visit}
      title={t('people.title')}
      above={<Crumbs visit={visit} way={[{ href: to('/coordinate'), label: t('nav.coordinate') }]} />}
    >
      <p class="lead">{t('people.lead')}</p>
      <Table
        caption={t('people.title')}
        rows={members}
        keyOf={({ personId }) => personId}
        columns={[
          {
            head: t('people.name'),
            cell: ({ name, hasSignIn }) => (
              <>
                <Local visit={visit} text={name} />
                {!hasSignIn && <div class="soft">{t('people.no-sign-in')}</div>}
              </>
            ),
          },
          {
            head: t('people.roles'),
            cell: (member) => <Roles visit={visit} member={member} names={names} />,
          },
        ]}
      />
      <Pager visit={visit} next={next && `${path}?after=${next}`} first={isFirst ? undefined : path} />
    </Page>
  );
}

type RolesProps = { visit: Visit; member: Member; names: ReadonlyMap<string, LocalText> };

const Roles = ({ visit, member: { personId, name, seats }, names }: RolesProps) => {
  const { t, to, language } = visit;
  if (seats.length === 0) return <>{t('people.role.none')}</>;
  return (
    <ul class="stack">
      {seats.map((seat) => {
        const organisation = names.get(seat.organisationId ?? '');
        return (
          <li key={seat.organisationId ?? seat.role}>
            {roleWords(seat, visit)}
            {organisation && (
              <>
                {' · '}
                <Local visit={visit} text={organisation} />
              </>
            )}{' '}
            <ButtonLink
              href={to(endPath(personId, seat))}
              about={t(organisation ? 'people.end.about.at' : 'people.end.about', {
                name: inLanguage(name, language),
                role: roleWords(seat, visit),
                organisation: inLanguage(organisation ?? {}, language),
              })}
            >
              {t('people.end')}
            </ButtonLink>
          </li>
        );
      })}
    </ul>
  );
};

export const roleWords = ({ role }: Seat, { t }: Visit): string =>
  role === 'coordinator' ? t('people.role.coordinator') : t(`account-invitation.role.short.${role}`);

const endPath = (personId: string, { organisationId }: Seat): string =>
  withQuery(`/coordinate/people/${personId}/role-end`, { organisationId: organisationId ?? undefined });
