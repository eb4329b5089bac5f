import { Crumbs } from '#src/web/components/crumbs/crumbs.tsx';
import { LocalField } from '#src/web/components/fields/fields.tsx';
import { Form } from '#src/web/components/form/form.tsx';
import { Local } from '#src/web/components/local/local.tsx';
import { Page } from '#src/web/components/page/page.tsx';
import type { FormOf } from '#src/web/form/form-state.ts';
import type { Visit } from '#src/web/visit.ts';
import type { kindForm } from './kind.form.ts';
import type { Kind } from './kind.ts';

type Props = { visit: Visit; kinds: readonly Kind[]; form: FormOf<typeof kindForm> };

export function KindsPage({ visit, kinds, form }: Props) {
  const { t, to } = visit;
  const way = [{ href: to('/coordinate/series/new'), label: t('series.add') }];
  return (
    <Page visit={visit} title={t('kind.title')} above={<Crumbs visit={visit} way={way} />}>
      <p class="lead">{t('kind.lead')}</p>
      <ul class="bullets">
        {kinds.map(({ id, name }) => (
          <li key={id}>
            <Local visit={visit} text={name} />
          </li>
        ))}
      </ul>
      <Form visit={visit} form={form} submitLabel={t('kind.add')}>
        <LocalField
          form={form}
          name="name"
          label={t('series.name')}
          labels={{ km: t('form.in-km'), en: t('form.in-en') }}
        />
      </Form>
    </Page>
  );
}
