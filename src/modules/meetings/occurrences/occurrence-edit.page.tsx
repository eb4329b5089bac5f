import { inLanguage } from '#src/kernel/local-text.ts';
import type { Name } from '#src/modules/organisations/index.ts';
import { Crumbs } from '#src/web/components/crumbs/crumbs.tsx';
import { LocalField, Select, TextField, Tick } from '#src/web/components/fields/fields.tsx';
import { FieldGroup, Form } from '#src/web/components/form/form.tsx';
import { Local } from '#src/web/components/local/local.tsx';
import { Page } from '#src/web/components/page/page.tsx';
import type { FormOf } from '#src/web/form/form-state.ts';
import type { Visit } from '#src/web/visit.ts';
import type { Series } from '../series/series.ts';
import type { occurrenceForm } from './occurrence.form.ts';
import type { Occurrence } from './occurrence.ts';

type Props = {
  visit: Visit;
  series: Series;
  /** Absent while it is being added. */
  occurrence?: Occurrence;
  organisations: readonly Name[];
  form: FormOf<typeof occurrenceForm>;
};

export function OccurrenceEditPage({ visit, series, occurrence, organisations, form }: Props) {
  const { t, to } = visit;
  const back = to(occurrence ? `/occurrences/${occurrence.id}` : `/series/${series.slug}`);
  return (
    <Page
      visit={visit}
      title={t(occurrence ? 'occurrence.edit.title' : 'occurrence.add')}
      above={
        <Crumbs visit={visit} way={[{ href: back, label: <Local visit={visit} text={series.name} /> }]} />
      }
    >
      <p class="lead">{t(occurrence ? 'occurrence.edit.lead' : 'occurrence.add.lead')}</p>
      <Form
        visit={visit}
        form={form}
        submitLabel={t('occurrence.save')}
        cancel={{ href: back, label: t('form.cancel') }}
      >
        <TimeFields visit={visit} form={form} />
        {occurrence && <Tick form={form} name="tellPeople" label={t('occurrence.tell')} />}
        <OwnFields visit={visit} form={form} organisations={organisations} />
      </Form>
    </Page>
  );
}

const TimeFields = ({ visit: { t }, form }: Pick<Props, 'visit' | 'form'>) => (
  <FieldGroup legend={t('occurrence.when')}>
    <TextField form={form} name="day" label={t('occurrence.day')} type="date" size="short" />
    <TextField form={form} name="startsAtTime" label={t('occurrence.starts')} type="time" size="short" />
    <TextField form={form} name="endsOn" label={t('occurrence.ends-on')} type="date" size="short" />
    <TextField form={form} name="endsAtTime" label={t('occurrence.ends')} type="time" size="short" />
    <TextField
      form={form}
      name="rsvpClosesHours"
      label={t('series.closes')}
      hint={t('series.closes.hint')}
      inputMode="numeric"
      size="short"
    />
  </FieldGroup>
);

const OwnFields = ({ visit, form, organisations }: Pick<Props, 'visit' | 'form' | 'organisations'>) => {
  const { t, language } = visit;
  const labels = { km: t('form.in-km'), en: t('form.in-en') };
  return (
    <FieldGroup legend={t('occurrence.own')} hint={t('occurrence.own.hint')}>
      <LocalField form={form} name="name" label={t('series.name')} labels={labels} />
      <LocalField form={form} name="note" label={t('occurrence.note')} labels={labels} rows={3} />
      <LocalField form={form} name="place" label={t('occurrence.where')} labels={labels} />
      <TextField form={form} name="callLink" label={t('occurrence.call')} type="url" inputMode="url" />
      <TextField
        form={form}
        name="dialIn"
        label={t('occurrence.dial-in')}
        hint={t('occurrence.dial-in.hint')}
      />
      <TextField form={form} name="seats" label={t('series.seats')} inputMode="numeric" size="short" />
      <Select
        form={form}
        name="hostOrganisationId"
        label={t('occurrence.host')}
        empty={t('occurrence.as-series')}
        options={organisations.map(({ id, name }) => [id, inLanguage(name, language)])}
      />
    </FieldGroup>
  );
};
