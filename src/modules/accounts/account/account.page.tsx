import type { OwnAddress } from '#src/modules/messaging/index.ts';
import { ActionButton } from '#src/web/components/button/button.tsx';
import { Section } from '#src/web/components/card/card.tsx';
import { LocalField, PasswordField, Radios } from '#src/web/components/fields/fields.tsx';
import { Form } from '#src/web/components/form/form.tsx';
import { Notice } from '#src/web/components/notice/notice.tsx';
import { Page } from '#src/web/components/page/page.tsx';
import { Tag } from '#src/web/components/tag/tag.tsx';
import type { FormOf, FormState } from '#src/web/form/form-state.ts';
import type { Visit } from '#src/web/visit.ts';
import type { accountForm, passwordForm } from './account.form.ts';

type Props = {
  visit: Visit;
  addresses: readonly OwnAddress[];
  shortestPassword: number;
  form: FormOf<typeof accountForm>;
  password: FormOf<typeof passwordForm>;
  /** Why another address could not be preferred. */
  refusal: string | undefined;
};

export function AccountPage({ visit, addresses, shortestPassword, form, password, refusal }: Props) {
  const { t, to } = visit;
  return (
    <Page visit={visit} title={t('account.title')}>
      {refusal && <Notice tone="attention" title={refusal} />}
      <Section title={t('account.details')}>
        <Form visit={visit} form={form} action={to('/account')} submitLabel={t('account.save')}>
          <LocalField
            form={form}
            name="name"
            label={t('account.name')}
            labels={{ km: t('form.in-km'), en: t('form.in-en') }}
          />
          <Radios
            form={form}
            name="language"
            label={t('account.language')}
            options={[
              ['km', t('language.km')],
              ['en', t('language.en')],
            ]}
          />
        </Form>
      </Section>
      <Section title={t('account.addresses')}>
        <p class="hint">{t('account.addresses.lead')}</p>
        <Addresses visit={visit} addresses={addresses} />
      </Section>
      <Section title={t('account.password')}>
        <Form
          visit={visit}
          form={password}
          action={to('/account/password')}
          submitLabel={t('account.password.save')}
        >
          <PasswordField
            form={password}
            name="current"
            label={t('account.password.current')}
            autoComplete="current-password"
          />
          <PasswordField
            form={password}
            name="password"
            label={t('account.password.new')}
            hint={t('account.password.hint', { min: shortestPassword })}
            autoComplete="new-password"
          />
        </Form>
      </Section>
    </Page>
  );
}

const Addresses = ({ visit, addresses }: Pick<Props, 'visit' | 'addresses'>) => {
  const { t, to } = visit;
  if (addresses.length === 0) return <p>{t('account.addresses.none')}</p>;
  return (
    <ul class="stack">
      {addresses.map(({ addressId, channel, address, isPreferred }) => (
        <li class="card" key={addressId}>
          <p>
            {t(`channel.${channel}`)}: <b>{address}</b>
          </p>
          {isPreferred ? (
            <Tag tone="open">{t('account.addresses.preferred')}</Tag>
          ) : (
            <ActionButton
              visit={visit}
              action={to('/account/address')}
              label={t('account.addresses.prefer')}
              about={address}
              fields={{ addressId }}
            />
          )}
        </li>
      ))}
    </ul>
  );
};

type ConfirmProps = { visit: Visit; form: FormState<never> };

export const ConfirmEmailPage = ({ visit, form }: ConfirmProps) => (
  <Page visit={visit} title={visit.t('account.email.confirm')}>
    <p class="lead">{visit.t('account.email.confirm.lead')}</p>
    <Form visit={visit} form={form} submitLabel={visit.t('account.email.confirm.submit')}>
      {null}
    </Form>
  </Page>
);
