import { LocalField, TextField } from '#src/web/components/fields/fields.tsx';
import { YearFields } from '#src/web/components/fields/year-fields.tsx';
import type { FormOf } from '#src/web/form/form-state.ts';
import type { Visit } from '#src/web/visit.ts';
import { ListPage } from '../lists/list.page.tsx';
import type { supportersForm } from './supporter.form.ts';

export function SupportersPage({ visit, form }: { visit: Visit; form: FormOf<typeof supportersForm> }) {
  const { t } = visit;
  const labels = { km: t('form.in-km'), en: t('form.in-en') };
  return (
    <ListPage
      visit={visit}
      title={t('supporter.title')}
      lead={t('supporter.lead')}
      form={form}
      group="supporters"
      fields={(place) => {
        const row = `supporters.${place}` as const;
        return (
          <>
            <LocalField form={form} name={`${row}.name`} label={t('supporter.name')} labels={labels} />
            <LocalField
              form={form}
              name={`${row}.text`}
              label={t('supporter.text')}
              labels={labels}
              rows={3}
            />
            <TextField form={form} name={`${row}.website`} label={t('organisation.website')} type="url" />
            <YearFields visit={visit} form={form} row={row} />
          </>
        );
      }}
    />
  );
}
