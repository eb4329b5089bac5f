import { LocalField } from '#src/web/components/fields/fields.tsx';
import type { FormOf } from '#src/web/form/form-state.ts';
import type { Visit } from '#src/web/visit.ts';
import { ListPage } from '../lists/list.page.tsx';
import type { aimsForm } from './aim.form.ts';

export const AimsPage = ({ visit, form }: { visit: Visit; form: FormOf<typeof aimsForm> }) => (
  <ListPage
    visit={visit}
    title={visit.t('aim.title')}
    lead={visit.t('aim.lead')}
    form={form}
    group="aims"
    fields={(place) => (
      <LocalField
        form={form}
        name={`aims.${place}.text`}
        label={visit.t('aim.text')}
        labels={{ km: visit.t('form.in-km'), en: visit.t('form.in-en') }}
      />
    )}
  />
);
