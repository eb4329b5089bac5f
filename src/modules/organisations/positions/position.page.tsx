import { hasText } from '#src/kernel/local-text.ts';
import type { OwnAddress } from '#src/modules/messaging/index.ts';
import { ActionButton, ButtonLink, Buttons } from '#src/web/components/button/button.tsx';
import { Crumbs } from '#src/web/components/crumbs/crumbs.tsx';
import { Empty } from '#src/web/components/empty/empty.tsx';
import { LocalField, Radios, TextField, Tick } from '#src/web/components/fields/fields.tsx';
import { FieldGroup, Form } from '#src/web/components/form/form.tsx';
import { Local } from '#src/web/components/local/local.tsx';
import { Page } from '#src/web/components/page/page.tsx';
import { Table } from '#src/web/components/table/table.tsx';
import type { FormOf } from '#src/web/form/form-state.ts';
import type { Visit } from '#src/web/visit.ts';
import type { Organisation } from '../organisations/organisation.ts';
import type { positionForm } from './position.form.ts';
import type { Position } from './position.ts';

type ListProps = {
  visit: Visit;
  organisation: Organisation;
  positions: readonly Position[];
};

export function PositionsPage({ visit, organisation, positions }: ListProps) {
  const { t, to } = visit;
  const path = to(`/organisations/${organisation.slug}`);
  return (
    <Page
      visit={visit}
      title={t('position.title.page')}
      above={
        <Crumbs
          visit={visit}
          way={[{ href: path, label: <Local visit={visit} text={organisation.name} /> }]}
        />
      }
    >
      <p class="lead">{t('position.lead')}</p>
      {positions.length === 0 ? (
        <Empty text={t('position.none')} />
      ) : (
        <PositionTable visit={visit} positions={positions} path={path} />
      )}
      <Buttons>
        <ButtonLink href={`${path}/people/new`} icon="plus" tone="main">
          {t('position.add')}
        </ButtonLink>
        <ButtonLink href={`${to('/invitations/new')}?organisation=${organisation.id}`} icon="mail">
          {t('position.invite')}
        </ButtonLink>
      </Buttons>
    </Page>
  );
}

type TableProps = { visit: Visit; positions: readonly Position[]; path: string };

const PositionTable = ({ visit, positions, path }: TableProps) => {
  const { t } = visit;
  return (
    <Table
      caption={t('position.title.page')}
      rows={positions}
      keyOf={({ id }) => id}
      columns={[
        { head: t('position.name'), cell: ({ name }) => <Local visit={visit} text={name} /> },
        {
          head: t('position.job'),
          cell: ({ title }) => (hasText(title) ? <Local visit={visit} text={title} /> : '–'),
        },
        { head: t('position.role'), cell: ({ role }) => t(`position.role.${role ?? 'none'}`) },
        {
          head: t('position.is-public'),
          cell: ({ isPublic }) => t(isPublic ? 'position.is-public' : 'position.is-private'),
        },
        {
          head: t('position.edit'),
          cell: ({ id, name }) => (
            <a href={`${path}/people/${id}`}>
              {t('position.edit')}{' '}
              <span class="unseen">
                <Local visit={visit} text={name} />
              </span>
            </a>
          ),
        },
      ]}
    />
  );
};

type EditProps = {
  visit: Visit;
  organisation: Organisation;
  /** Absent while somebody is being added. */
  position?: Position;
  addresses: readonly OwnAddress[];
  form: FormOf<typeof positionForm>;
};

export function PositionEditPage({ visit, organisation, position, addresses, form }: EditProps) {
  const { t, to } = visit;
  const path = to(`/organisations/${organisation.slug}/people`);
  const halves = { km: t('form.in-km'), en: t('form.in-en') };
  return (
    <Page
      visit={visit}
      title={t(position ? 'position.edit' : 'position.add')}
      above={<Crumbs visit={visit} way={[{ href: path, label: t('position.title.page') }]} />}
    >
      <Form
        visit={visit}
        form={form}
        submitLabel={t('position.save')}
        cancel={{ href: path, label: t('form.cancel') }}
      >
        {position?.hasSignIn ? (
          <OwnDetails visit={visit} position={position} />
        ) : (
          <PrivateFields visit={visit} form={form} addresses={addresses} halves={halves} />
        )}
        <FieldGroup legend={t('position.shown')}>
          <LocalField form={form} name="title" label={t('position.job')} labels={halves} />
          <Tick form={form} name="isPublic" label={t('position.shown.ask')} />
          <TextField
            form={form}
            name="publicEmail"
            label={t('position.email')}
            type="email"
            inputMode="email"
          />
          <TextField form={form} name="publicPhone" label={t('position.phone')} type="tel" inputMode="tel" />
        </FieldGroup>
      </Form>
      {position && (
        <Buttons>
          <ActionButton
            visit={visit}
            action={`${path}/${position.id}/removal`}
            label={t('position.remove')}
            tone="danger"
          />
        </Buttons>
      )}
    </Page>
  );
}

/** The form still carries the name, so that one form serves both; the operation leaves it as it is. */
const OwnDetails = ({ visit, position }: { visit: Visit; position: Position }) => (
  <>
    <p>
      <b>
        <Local visit={visit} text={position.name} />
      </b>
    </p>
    <p class="hint">{visit.t('position.own-details')}</p>
    {(['km', 'en'] as const).map(
      (language) =>
        position.name[language] && (
          <input key={language} type="hidden" name={`name.${language}`} value={position.name[language]} />
        ),
    )}
  </>
);

type PrivateProps = Pick<EditProps, 'visit' | 'form' | 'addresses'> & {
  halves: { km: string; en: string };
};

const PrivateFields = ({ visit: { t }, form, addresses, halves }: PrivateProps) => (
  <>
    <LocalField form={form} name="name" label={t('position.name')} labels={halves} />
    <FieldGroup legend={t('position.private')} hint={t('position.private.hint')}>
      {addresses.map(({ addressId, channel, address }) => (
        <p key={addressId}>
          {t(`channel.${channel}`)}: {address}
        </p>
      ))}
      <TextField form={form} name="reach" label={t('position.reach')} />
      <Radios
        form={form}
        name="language"
        label={t('position.language')}
        options={[
          ['km', t('language.km')],
          ['en', t('language.en')],
        ]}
      />
    </FieldGroup>
  </>
);
