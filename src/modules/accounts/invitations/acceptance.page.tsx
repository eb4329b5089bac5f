import type { LocalText } from '#src/kernel/local-text.ts';
import { ButtonLink } from '#src/web/components/button/button.tsx';
import { Section } from '#src/web/components/card/card.tsx';
import { PasswordField, TextField } from '#src/web/components/fields/fields.tsx';
import { Form } from '#src/web/components/form/form.tsx';
import { Local } from '#src/web/components/local/local.tsx';
import { Notice } from '#src/web/components/notice/notice.tsx';
import { Page } from '#src/web/components/page/page.tsx';
import type { FormOf, FormState } from '#src/web/form/form-state.ts';
import type { Visit } from '#src/web/visit.ts';
import type { acceptanceForm } from './invitation.form.ts';
import { type Invitation, stateOf } from './invitation.ts';

type Props = {
  visit: Visit;
  invitation: Invitation;
  organisation: LocalText | undefined;
  shortestPassword: number;
  form: FormOf<typeof acceptanceForm>;
};

export function AcceptancePage(props: Props) {
  const { visit, invitation } = props;
  const { t } = visit;
  const isUsable = stateOf(invitation, visit.now) === 'open';
  return (
    <Page visit={visit} title={t('account-invitation.accept')}>
      {isUsable ? <Usable {...props} /> : <Used visit={visit} />}
    </Page>
  );
}

const Used = ({ visit: { t, to } }: { visit: Visit }) => (
  <>
    <Notice tone="attention" title={t('account-invitation.used')} />
    <ButtonLink href={to('/sign-in')}>{t('nav.sign-in')}</ButtonLink>
  </>
);

const Usable = (props: Props) => {
  const { visit, invitation, organisation } = props;
  const { t } = visit;
  return (
    <>
      <p class="lead">
        {t('account-invitation.accept.as', { role: t(`account-invitation.role.short.${invitation.role}`) })}{' '}
        {organisation && <Local visit={visit} text={organisation} />}
      </p>
      {visit.signedInAs ? <AsSignedIn {...props} /> : <AsNew {...props} />}
    </>
  );
};

const AsSignedIn = ({ visit, form }: { visit: Visit; form: FormState<never> }) => (
  <>
    <p>{visit.t('account-invitation.accept.as-signed-in')}</p>
    <Form visit={visit} form={form} submitLabel={visit.t('account-invitation.accept.confirm')}>
      {null}
    </Form>
  </>
);

const AsNew = ({ visit, invitation, shortestPassword, form }: Props) => {
  const { t, to, here } = visit;
  return (
    <>
      <p>{t('account-invitation.accept.lead')}</p>
      <Form visit={visit} form={form} submitLabel={t('account-invitation.accept.submit')}>
        <TextField
          form={form}
          name="name"
          label={t('account-invitation.name.own')}
          autoComplete="name"
          size="middle"
        />
        {invitation.address ? (
          <p>{t('account-invitation.email.sent-to', { address: invitation.address })}</p>
        ) : (
          <TextField
            form={form}
            name="email"
            label={t('account-invitation.email')}
            type="email"
            inputMode="email"
            autoComplete="username"
            size="middle"
          />
        )}
        <PasswordField
          form={form}
          name="password"
          label={t('account-invitation.password')}
          hint={t('account.password.hint', { min: shortestPassword })}
          autoComplete="new-password"
        />
      </Form>
      <Section title={t('account-invitation.accept.has-account')}>
        <ButtonLink href={`${to('/sign-in')}?next=${encodeURIComponent(here)}`}>
          {t('account-invitation.accept.sign-in')}
        </ButtonLink>
      </Section>
    </>
  );
};
