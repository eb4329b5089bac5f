import { audiences } from '#src/kernel/audience.ts';
import { inLanguage } from '#src/kernel/local-text.ts';
import type { Name } from '#src/modules/organisations/index.ts';
import { Crumbs } from '#src/web/components/crumbs/crumbs.tsx';
import { LocalField, Radios, Select, TextField, Tick } from '#src/web/components/fields/fields.tsx';
import { FieldGroup, Form } from '#src/web/components/form/form.tsx';
import { Page } from '#src/web/components/page/page.tsx';
import type { FormOf } from '#src/web/form/form-state.ts';
import type { Visit } from '#src/web/visit.ts';
import type { Kind } from '../kinds/kind.ts';
import { repeats } from './recurrence.ts';
import type { seriesForm } from './series.form.ts';
import type { Series } from './series.ts';

type Props = {
  visit: Visit;
  /** Absent while it is being planned. */
  series?: Series;
  kinds: readonly Kind[];
  organisations: readonly Name[];
  form: FormOf<typeof seriesForm>;
};

export function SeriesEditPage({ visit, series, kinds, organisations, form }: Props) {
  const { t, to, language } = visit;
  const back = to(series ? `/series/${series.slug}` : '/meetings');
  const labels = { km: t('form.in-km'), en: t('form.in-en') };
  return (
    <Page
      visit={visit}
      title={t(series ? 'series.edit' : 'series.add')}
      above={<Crumbs visit={visit} way={[{ href: back, label: t('page.back') }]} />}
    >
      <p class="lead">{t(series ? 'series.edit.lead' : 'series.add.lead')}</p>
      <Form
        visit={visit}
        form={form}
        submitLabel={t('series.save')}
        cancel={{ href: back, label: t('form.cancel') }}
      >
        <LocalField form={form} name="name" label={t('series.name')} labels={labels} />
        <Select
          form={form}
          name="kindId"
          label={t('series.kind')}
          empty={t('form.choose')}
          options={kinds.map(({ id, name }) => [id, inLanguage(name, language)])}
        />
        <p>
          <a href={to('/coordinate/meeting-kinds')}>{t('kind.add')}</a>
        </p>
        <LocalField form={form} name="about" label={t('series.about')} labels={labels} rows={4} />
        <WhenFields visit={visit} form={form} />
        <WhereFields visit={visit} form={form} organisations={organisations} />
        <WhoFields visit={visit} form={form} />
      </Form>
    </Page>
  );
}

type PartProps = Pick<Props, 'visit' | 'form'>;

const WhenFields = ({ visit: { t }, form }: PartProps) => (
  <FieldGroup legend={t('series.when')}>
    <Radios
      form={form}
      name="repeat"
      label={t('series.repeat')}
      options={repeats.map((repeat) => [repeat, t(`series.repeat.${repeat}`)])}
    />
    <TextField
      form={form}
      name="every"
      label={t('series.every')}
      hint={t('series.every.hint')}
      inputMode="numeric"
      size="short"
    />
    <TextField form={form} name="firstOn" label={t('series.first-on')} type="date" size="short" />
    <TextField form={form} name="until" label={t('series.until')} type="date" size="short" />
    <TextField form={form} name="startsAtTime" label={t('series.time')} type="time" size="short" />
    <TextField form={form} name="minutesLong" label={t('series.minutes')} inputMode="numeric" size="short" />
  </FieldGroup>
);

const WhereFields = ({ visit, form, organisations }: PartProps & Pick<Props, 'organisations'>) => {
  const { t, language } = visit;
  return (
    <FieldGroup legend={t('series.where')}>
      <LocalField
        form={form}
        name="place"
        label={t('occurrence.where')}
        labels={{ km: t('form.in-km'), en: t('form.in-en') }}
      />
      <TextField form={form} name="callLink" label={t('occurrence.call')} type="url" inputMode="url" />
      <TextField
        form={form}
        name="dialIn"
        label={t('occurrence.dial-in')}
        hint={t('occurrence.dial-in.hint')}
      />
      <Select
        form={form}
        name="hostOrganisationId"
        label={t('occurrence.host')}
        empty={t('form.choose')}
        options={organisations.map(({ id, name }) => [id, inLanguage(name, language)])}
      />
      <TextField
        form={form}
        name="seats"
        label={t('series.seats')}
        hint={t('series.seats.hint')}
        inputMode="numeric"
        size="short"
      />
    </FieldGroup>
  );
};

const WhoFields = ({ visit: { t }, form }: PartProps) => {
  const options = audiences.map((audience) => [audience, t(`series.audience.${audience}`)] as const);
  return (
    <FieldGroup legend={t('series.who')}>
      <Radios form={form} name="visibleTo" label={t('series.visible-to')} options={options} />
      <Radios form={form} name="openTo" label={t('series.open-to')} options={options} />
      <Tick form={form} name="isAnnounced" label={t('series.is-announced')} />
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
};
