import { LocalField, TextField, Tick } from '#src/web/components/fields/fields.tsx';
import type { FormOf } from '#src/web/form/form-state.ts';
import type { Visit } from '#src/web/visit.ts';
import { ListPage } from '../lists/list.page.tsx';
import type { figuresForm } from './figure.form.ts';

export function FiguresPage({ visit, form }: { visit: Visit; form: FormOf<typeof figuresForm> }) {
  const { t } = visit;
  const labels = { km: t('form.in-km'), en: t('form.in-en') };
  return (
    <ListPage
      visit={visit}
      title={t('figure.title')}
      lead={t('figure.lead')}
      form={form}
      group="figures"
      fields={(place) => (
        <>
          <LocalField form={form} name={`figures.${place}.value`} label={t('figure.value')} labels={labels} />
          <LocalField form={form} name={`figures.${place}.label`} label={t('figure.label')} labels={labels} />
          <LocalField
            form={form}
            name={`figures.${place}.source`}
            label={t('figure.source')}
            labels={labels}
          />
          <TextField
            form={form}
            name={`figures.${place}.sourceUrl`}
            label={t('figure.source-url')}
            type="url"
            inputMode="url"
          />
          <Tick form={form} name={`figures.${place}.isMain`} label={t('figure.is-main')} />
        </>
      )}
    />
  );
}
