import { LocalField } from '#src/web/components/fields/fields.tsx';
import type { FormOf } from '#src/web/form/form-state.ts';
import type { Visit } from '#src/web/visit.ts';
import { ListPage } from '../lists/list.page.tsx';
import type { activitiesForm } from './activity.form.ts';

export function ActivitiesPage({ visit, form }: { visit: Visit; form: FormOf<typeof activitiesForm> }) {
  const { t } = visit;
  const labels = { km: t('form.in-km'), en: t('form.in-en') };
  return (
    <ListPage
      visit={visit}
      title={t('activity.title')}
      lead={t('activity.lead')}
      form={form}
      group="activities"
      fields={(place) => (
        <>
          <LocalField
            form={form}
            name={`activities.${place}.name`}
            label={t('activity.name')}
            labels={labels}
          />
          <LocalField
            form={form}
            name={`activities.${place}.text`}
            label={t('activity.text')}
            labels={labels}
            rows={3}
          />
        </>
      )}
    />
  );
}
