import { provinceCodes, provinces } from '#src/kernel/khmer/provinces.ts';
import { inLanguage } from '#src/kernel/local-text.ts';
import { Crumbs } from '#src/web/components/crumbs/crumbs.tsx';
import { Checkboxes, LocalField, Radios, Select, TextField } from '#src/web/components/fields/fields.tsx';
import { FieldGroup, Form } from '#src/web/components/form/form.tsx';
import { Page } from '#src/web/components/page/page.tsx';
import type { FormOf } from '#src/web/form/form-state.ts';
import type { Visit } from '#src/web/visit.ts';
import { byLabel } from '../codes/choices.ts';
import { expertises, organisationKinds, sectors, workingLanguages } from '../codes/codes.ts';
import type { organisationForm } from './organisation.form.ts';
import type { Organisation } from './organisation.ts';

type Props = {
  visit: Visit;
  /** Absent while it is being added. */
  organisation?: Organisation;
  form: FormOf<typeof organisationForm>;
};

export function OrganisationEditPage({ visit, organisation, form }: Props) {
  const { t, to } = visit;
  const title = organisation
    ? t('organisation.edit.title', { name: organisation.name })
    : t('organisation.add');
  const back = to(organisation ? `/organisations/${organisation.slug}` : '/organisations');
  const halves = { km: t('form.in-km'), en: t('form.in-en') };
  return (
    <Page
      visit={visit}
      title={title}
      above={<Crumbs visit={visit} way={[{ href: back, label: t('page.back') }]} />}
    >
      {!organisation && <p class="lead">{t('organisation.add.lead')}</p>}
      <Form
        visit={visit}
        form={form}
        submitLabel={t(organisation ? 'organisation.save' : 'organisation.add')}
        cancel={{ href: back, label: t('form.cancel') }}
      >
        <LocalField form={form} name="name" label={t('organisation.name')} labels={halves} />
        <TextField
          form={form}
          name="abbreviation"
          label={t('organisation.abbreviation')}
          hint={t('organisation.abbreviation.hint')}
          size="short"
        />
        <Radios
          form={form}
          name="kind"
          label={t('organisation.kind')}
          options={byLabel(organisationKinds.map((kind) => [kind, t(`kind.${kind}`)]))}
        />
        <LocalField
          form={form}
          name="about"
          label={t('organisation.about')}
          hint={t('organisation.about.hint')}
          labels={halves}
          rows={6}
        />
        <Checkboxes
          form={form}
          name="expertise"
          label={t('organisation.expertise')}
          options={byLabel(expertises.map((code) => [code, t(`expertise.${code}`)]))}
        />
        <Checkboxes
          form={form}
          name="sectors"
          label={t('organisation.sectors')}
          options={byLabel(sectors.map((code) => [code, t(`sector.${code}`)]))}
        />
        <Checkboxes
          form={form}
          name="languages"
          label={t('organisation.languages')}
          options={byLabel(workingLanguages.map((code) => [code, t(`language.${code}`)]))}
        />
        <ContactFields visit={visit} form={form} halves={halves} />
      </Form>
    </Page>
  );
}

type ContactProps = Pick<Props, 'visit' | 'form'> & { halves: { km: string; en: string } };

const ContactFields = ({ visit: { t, language }, form, halves }: ContactProps) => (
  <FieldGroup legend={t('organisation.contact')}>
    <Select
      form={form}
      name="province"
      label={t('organisation.province')}
      empty={t('form.choose')}
      options={byLabel(provinceCodes.map((code) => [code, inLanguage(provinces[code], language)]))}
    />
    <LocalField form={form} name="street" label={t('organisation.street')} labels={halves} />
    <TextField form={form} name="website" label={t('organisation.website')} type="url" inputMode="url" />
    <TextField
      form={form}
      name="publicEmail"
      label={t('organisation.email')}
      type="email"
      inputMode="email"
    />
    <TextField form={form} name="publicPhone" label={t('organisation.phone')} type="tel" inputMode="tel" />
  </FieldGroup>
);
