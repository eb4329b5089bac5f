import { ButtonLink } from '#src/web/components/button/button.tsx';
import { Section } from '#src/web/components/card/card.tsx';
import { PasswordField, TextField } from '#src/web/components/fields/fields.tsx';
import { Form } from '#src/web/components/form/form.tsx';
import { Page } from '#src/web/components/page/page.tsx';
import type { FormOf, FormState } from '#src/web/form/form-state.ts';
import type { Visit } from '#src/web/visit.ts';
import type { signInForm, signInLinkForm } from './sign-in.form.ts';

export function SignInPage({ visit, form }: { visit: Visit; form: FormOf<typeof signInForm> }) {
  const { t, to } = visit;
  return (
    <Page visit={visit} title={t('sign-in.title')}>
      <p class="lead">{t('sign-in.lead')}</p>
      <Form visit={visit} form={form} submitLabel={t('sign-in.submit')}>
        <TextField
          form={form}
          name="reach"
          label={t('sign-in.reach')}
          autoComplete="username"
          size="middle"
        />
        <PasswordField
          form={form}
          name="password"
          label={t('sign-in.password')}
          autoComplete="current-password"
        />
      </Form>
      <Section title={t('sign-in.no-password')}>
        <ButtonLink href={to('/sign-in/link')} icon="mail">
          {t('sign-in.link.send')}
        </ButtonLink>
      </Section>
    </Page>
  );
}

type LinkProps = { visit: Visit; form: FormOf<typeof signInLinkForm> };

export const SignInLinkPage = ({ visit, form }: LinkProps) => (
  <Page visit={visit} title={visit.t('sign-in.link.title')}>
    <p class="lead">{visit.t('sign-in.link.lead')}</p>
    <Form visit={visit} form={form} submitLabel={visit.t('sign-in.link.send')}>
      <TextField
        form={form}
        name="reach"
        label={visit.t('sign-in.reach')}
        autoComplete="username"
        size="middle"
      />
    </Form>
  </Page>
);

type ConfirmProps = { visit: Visit; form: FormState<never> };

/** A button, because programs that look at mail open every link in it. */
export const ConfirmLinkPage = ({ visit, form }: ConfirmProps) => (
  <Page visit={visit} title={visit.t('sign-in.link.confirm')}>
    {!form.refusal && <p class="lead">{visit.t('sign-in.link.confirm.lead')}</p>}
    <Form visit={visit} form={form} submitLabel={visit.t('sign-in.submit')}>
      {null}
    </Form>
    {form.refusal && (
      <ButtonLink href={visit.to('/sign-in/link')} icon="mail">
        {visit.t('sign-in.link.send')}
      </ButtonLink>
    )}
  </Page>
);
