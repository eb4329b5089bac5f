import { Crumbs } from '#src/web/components/crumbs/crumbs.tsx';
import { LocalField, TextField } from '#src/web/components/fields/fields.tsx';
import { YearFields } from '#src/web/components/fields/year-fields.tsx';
import { FieldGroup, Form, OneMoreRow } from '#src/web/components/form/form.tsx';
import { Local } from '#src/web/components/local/local.tsx';
import { Page } from '#src/web/components/page/page.tsx';
import type { FormOf } from '#src/web/form/form-state.ts';
import type { Visit } from '#src/web/visit.ts';
import type { Organisation } from '../organisations/organisation.ts';
import type { projectsForm } from './project.form.ts';

type Props = { visit: Visit; organisation: Organisation; form: FormOf<typeof projectsForm> };

export function ProjectsPage({ visit, organisation, form }: Props) {
  const { t, to } = visit;
  const path = to(`/organisations/${organisation.slug}`);
  const way = [{ href: path, label: <Local visit={visit} text={organisation.name} /> }];
  return (
    <Page visit={visit} title={t('project.title.page')} above={<Crumbs visit={visit} way={way} />}>
      <p class="lead">{t('project.lead')}</p>
      <Form
        visit={visit}
        form={form}
        submitLabel={t('project.save')}
        cancel={{ href: path, label: t('form.cancel') }}
      >
        {Array.from({ length: form.rows('projects') + 1 }, (_, place) => (
          <ProjectFields key={place} visit={visit} form={form} place={place} />
        ))}
        <OneMoreRow group="projects" label={t('project.more')} />
      </Form>
    </Page>
  );
}

type RowProps = { visit: Visit; form: Props['form']; place: number };

function ProjectFields({ visit, form, place }: RowProps) {
  const { t } = visit;
  const halves = { km: t('form.in-km'), en: t('form.in-en') };
  const row = `projects.${place}` as const;
  return (
    <FieldGroup legend={t('project.number', { number: place + 1 })}>
      <LocalField form={form} name={`${row}.name`} label={t('project.name')} labels={halves} />
      <LocalField form={form} name={`${row}.summary`} label={t('project.summary')} labels={halves} rows={2} />
      <TextField
        form={form}
        name={`${row}.website`}
        label={t('organisation.website')}
        type="url"
        inputMode="url"
      />
      <YearFields visit={visit} form={form} row={row} />
    </FieldGroup>
  );
}
