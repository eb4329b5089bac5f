import { ButtonLink } from '#src/web/components/button/button.tsx';
import { Crumbs } from '#src/web/components/crumbs/crumbs.tsx';
import { LocalField, TextField } from '#src/web/components/fields/fields.tsx';
import { Form } from '#src/web/components/form/form.tsx';
import { Page } from '#src/web/components/page/page.tsx';
import type { FormOf } from '#src/web/form/form-state.ts';
import type { Visit } from '#src/web/visit.ts';
import type { storyForm } from './story.form.ts';

export function StoryPage({ visit, form }: { visit: Visit; form: FormOf<typeof storyForm> }) {
  const { t, to } = visit;
  const back = to('/coordinate/network');
  const labels = { km: t('form.in-km'), en: t('form.in-en') };
  return (
    <Page
      visit={visit}
      title={t('network.story.title')}
      above={<Crumbs visit={visit} way={[{ href: back, label: t('network.edit') }]} />}
    >
      <Form
        visit={visit}
        form={form}
        submitLabel={t('network.save')}
        cancel={{ href: back, label: t('form.cancel') }}
      >
        <LocalField form={form} name="name" label={t('network.name')} labels={labels} />
        <LocalField form={form} name="tagline" label={t('network.tagline')} labels={labels} />
        <LocalField form={form} name="lead" label={t('network.lead')} labels={labels} rows={3} />
        <LocalField
          form={form}
          name="story"
          label={t('network.story')}
          hint={t('network.story.hint')}
          labels={labels}
          rows={12}
        />
        <LocalField form={form} name="street" label={t('network.street')} labels={labels} />
        <TextField form={form} name="website" label={t('organisation.website')} type="url" inputMode="url" />
      </Form>
    </Page>
  );
}

const parts = [
  ['story', 'network.story.title'],
  ['aims', 'aim.title'],
  ['activities', 'activity.title'],
  ['figures', 'figure.title'],
  ['hosts', 'host.title'],
  ['supporters', 'supporter.title'],
] as const;

/** Every part of the network's own words, each on a page of its own. */
export const NetworkPartsPage = ({ visit }: { visit: Visit }) => (
  <Page
    visit={visit}
    title={visit.t('network.edit')}
    above={
      <Crumbs visit={visit} way={[{ href: visit.to('/coordinate'), label: visit.t('nav.coordinate') }]} />
    }
  >
    <p class="lead">{visit.t('network.edit.lead')}</p>
    <ul class="stack">
      {parts.map(([name, label]) => (
        <li key={name}>
          <ButtonLink href={visit.to(`/coordinate/network/${name}`)} icon="pencil">
            {visit.t(label)}
          </ButtonLink>
        </li>
      ))}
    </ul>
  </Page>
);
