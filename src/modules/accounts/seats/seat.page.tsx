import type { LocalText } from '#src/kernel/local-text.ts';
import { ActionButton } from '#src/web/components/button/button.tsx';
import { Crumbs } from '#src/web/components/crumbs/crumbs.tsx';
import { Local } from '#src/web/components/local/local.tsx';
import { Notice } from '#src/web/components/notice/notice.tsx';
import { Page } from '#src/web/components/page/page.tsx';
import { Pager } from '#src/web/components/pager/pager.tsx';
import { Table } from '#src/web/components/table/table.tsx';
import type { Visit } from '#src/web/visit.ts';

type Seat = {
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
  /** Why a role could not be ended. */
  refusal: string | undefined;
};

export function PeoplePage({ visit, members, names, next, isFirst, refusal }: Props) {
  const { t, to } = visit;
  const path = to('/coordinate/people');
  return (
    <Page
      visit={visit}
      title={t('people.title')}
      above={<Crumbs visit={visit} way={[{ href: to('/coordinate'), label: t('nav.coordinate') }]} />}
    >
      {refusal && <Notice tone="attention" title={refusal} />}
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
  const { t, to } = visit;
  if (seats.length === 0) return <>{t('people.role.none')}</>;
  return (
    <ul class="stack">
      {seats.map(({ role, organisationId }) => (
        <li key={organisationId ?? role}>
          {role === 'coordinator' ? t('people.role.coordinator') : t(`account-invitation.role.short.${role}`)}
          {organisationId && (
            <>
              {' · '}
              <Local visit={visit} text={names.get(organisationId) ?? {}} />
            </>
          )}{' '}
          <ActionButton
            visit={visit}
            action={to(`/coordinate/people/${personId}/role-end`)}
            label={t('people.end')}
            about={name[visit.language] ?? ''}
            fields={{ organisationId: organisationId ?? '' }}
          />
        </li>
      ))}
    </ul>
  );
};
