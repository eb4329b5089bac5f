import { ActionButton } from '#src/web/components/button/button.tsx';
import { Section } from '#src/web/components/card/card.tsx';
import { Crumbs } from '#src/web/components/crumbs/crumbs.tsx';
import { LocalField } from '#src/web/components/fields/fields.tsx';
import { Form } from '#src/web/components/form/form.tsx';
import { Local } from '#src/web/components/local/local.tsx';
import { Page } from '#src/web/components/page/page.tsx';
import type { FormOf } from '#src/web/form/form-state.ts';
import type { Visit } from '#src/web/visit.ts';
import type { kindForm } from './kind.form.ts';
import type { Kind } from './kind.ts';

type FormProps = { visit: Visit; form: FormOf<typeof kindForm> };

export function KindsPage({ visit, kinds, form }: FormProps & { kinds: readonly Kind[] }) {
  const { t, to } = visit;
  const way = [{ href: to('/coordinate/series/new'), label: t('series.add') }];
  return (
    <Page visit={visit} title={t('kind.title')} above={<Crumbs visit={visit} way={way} />}>
      <p class="lead">{t('kind.lead')}</p>
      <ul class="bullets">
        {kinds.map(({ id, name }) => (
          <li key={id}>
            <a href={to(`/coordinate/meeting-kinds/${id}`)}>
              <Local visit={visit} text={name} />
            </a>
          </li>
        ))}
      </ul>
      <Section title={t('kind.add')}>
        <Form visit={visit} form={form} submitLabel={t('kind.add')}>
          <NameField visit={visit} form={form} />
        </Form>
      </Section>
    </Page>
  );
}

/** One kind: its name, and the way out for one that no series has. */
export function KindPage({ visit, kind, isUsed, form }: FormProps & { kind: Kind; isUsed: boolean }) {
  const { t, to } = visit;
  const back = to('/coordinate/meeting-kinds');
  return (
    <Page
      visit={visit}
      title={t('kind.edit')}
      above={<Crumbs visit={visit} way={[{ href: back, label: t('kind.title') }]} />}
    >
      <Form
        visit={visit}
        form={form}
        submitLabel={t('kind.save')}
        cancel={{ href: back, label: t('form.cancel') }}
      >
        <NameField visit={visit} form={form} />
      </Form>
      {isUsed ? (
        <p class="soft">{t('kind.used')}</p>
      ) : (
        <ActionButton
          visit={visit}
          action={to(`/coordinate/meeting-kinds/${kind.id}/removal`)}
          label={t('kind.remove')}
          tone="danger"
        />
      )}
    </Page>
  );
}

const NameField = ({ visit: { t }, form }: FormProps) => (
  <LocalField
    form={form}
    name="name"
    label={t('series.name')}
    labels={{ km: t('form.in-km'), en: t('form.in-en') }}
  />
);
