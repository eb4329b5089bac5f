import { sayDate } from '#src/kernel/khmer/dates.ts';
import { inLanguage, type LocalText } from '#src/kernel/local-text.ts';
import { networkZone } from '#src/kernel/zone.ts';
import { ActionButton, ButtonLink, Buttons } from '#src/web/components/button/button.tsx';
import { Empty } from '#src/web/components/empty/empty.tsx';
import { Radios, Select, TextField } from '#src/web/components/fields/fields.tsx';
import { Form } from '#src/web/components/form/form.tsx';
import { Local } from '#src/web/components/local/local.tsx';
import { Page } from '#src/web/components/page/page.tsx';
import { Pager } from '#src/web/components/pager/pager.tsx';
import { Table } from '#src/web/components/table/table.tsx';
import type { FormOf } from '#src/web/form/form-state.ts';
import type { Visit } from '#src/web/visit.ts';
import type { invitationForm } from './invitation.form.ts';
import { type Invitation, type InvitationRole, stateOf } from './invitation.ts';

type ListProps = {
  visit: Visit;
  invitations: readonly Invitation[];
  names: ReadonlyMap<string, LocalText>;
  next: string | undefined;
  isFirst: boolean;
};

export function InvitationListPage({ visit, invitations, names, next, isFirst }: ListProps) {
  const { t, to } = visit;
  const path = to('/invitations');
  return (
    <Page visit={visit} title={t('account-invitation.list')}>
      <p class="lead">{t('account-invitation.list.lead')}</p>
      <Buttons>
        <ButtonLink href={`${path}/new`} icon="plus" tone="main">
          {t('account-invitation.new')}
        </ButtonLink>
      </Buttons>
      {invitations.length === 0 ? (
        <Empty text={t('account-invitation.list.empty')} />
      ) : (
        <InvitationTable visit={visit} invitations={invitations} names={names} />
      )}
      <Pager visit={visit} next={next && `${path}?after=${next}`} first={isFirst ? undefined : path} />
    </Page>
  );
}

const InvitationTable = ({
  visit,
  invitations,
  names,
}: Pick<ListProps, 'visit' | 'invitations' | 'names'>) => {
  const { t } = visit;
  return (
    <Table
      caption={t('account-invitation.list')}
      rows={invitations}
      keyOf={({ id }) => id}
      columns={[
        { head: t('account-invitation.who'), cell: (invitation) => <Who visit={visit} {...invitation} /> },
        {
          head: t('account-invitation.role'),
          cell: ({ role, organisationId }) => (
            <>
              {t(`account-invitation.role.short.${role}`)}
              {organisationId && (
                <div class="soft">
                  <Local visit={visit} text={names.get(organisationId) ?? {}} />
                </div>
              )}
            </>
          ),
        },
        {
          head: t('account-invitation.state'),
          cell: (invitation) =>
            t(`account-invitation.state.${stateOf(invitation, visit.now)}`, {
              when: sayDate(invitation.expiresAt, visit.language, networkZone),
            }),
        },
        {
          head: t('account-invitation.actions'),
          cell: (invitation) => <Actions visit={visit} invitation={invitation} />,
        },
      ]}
    />
  );
};

const Who = ({ visit: { t }, name, address }: { visit: Visit } & Invitation) => (
  <>
    {name && <b>{name}</b>} {address ?? t('account-invitation.link')}
  </>
);

const Actions = ({ visit, invitation }: { visit: Visit; invitation: Invitation }) => {
  const { t, to, now } = visit;
  const state = stateOf(invitation, now);
  const path = to(`/invitations/${invitation.id}`);
  const about = invitation.address ?? '';
  if (state === 'accepted') return <>–</>;
  return (
    <>
      {invitation.address && (
        <ActionButton
          visit={visit}
          action={`${path}/resending`}
          label={t('account-invitation.resend')}
          about={about}
        />
      )}{' '}
      {state === 'open' && (
        <ActionButton
          visit={visit}
          action={`${path}/revocation`}
          label={t('account-invitation.revoke')}
          about={about}
        />
      )}
    </>
  );
};

type NewProps = {
  visit: Visit;
  roles: readonly InvitationRole[];
  /** Those the actor may invite for. */
  organisations: readonly { readonly id: string; readonly name: LocalText }[];
  form: FormOf<typeof invitationForm>;
};

export function InvitationNewPage({ visit, roles, organisations, form }: NewProps) {
  const { t, to, language } = visit;
  return (
    <Page visit={visit} title={t('account-invitation.new')}>
      <p class="lead">{t('account-invitation.new.lead')}</p>
      <Form
        visit={visit}
        form={form}
        submitLabel={t('account-invitation.send')}
        cancel={{ href: to('/invitations'), label: t('form.cancel') }}
      >
        <TextField
          form={form}
          name="reach"
          label={t('account-invitation.reach')}
          hint={t('account-invitation.reach.hint')}
          size="middle"
        />
        <TextField form={form} name="name" label={t('account-invitation.name')} size="middle" />
        <Radios
          form={form}
          name="language"
          label={t('account-invitation.language')}
          options={[
            ['km', t('language.km')],
            ['en', t('language.en')],
          ]}
        />
        <Radios
          form={form}
          name="role"
          label={t('account-invitation.role')}
          options={roles.map((role) => [role, t(`account-invitation.role.${role}`)])}
        />
        <Select
          form={form}
          name="organisationId"
          label={t('account-invitation.organisation')}
          empty={t('form.choose')}
          options={organisations.map(({ id, name }) => [id, inLanguage(name, language)])}
        />
      </Form>
    </Page>
  );
}
