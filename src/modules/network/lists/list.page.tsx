import type { ComponentChildren } from 'preact';
import { Crumbs } from '#src/web/components/crumbs/crumbs.tsx';
import { FieldGroup, Form, OneMoreRow } from '#src/web/components/form/form.tsx';
import { Page } from '#src/web/components/page/page.tsx';
import type { FormState } from '#src/web/form/form-state.ts';
import type { Visit } from '#src/web/visit.ts';

type Props<Field extends string> = {
  visit: Visit;
  title: string;
  lead: string;
  form: FormState<Field>;
  /** The name of the repeated group in the form. */
  group: string;
  fields: (place: number) => ComponentChildren;
};

/** A list of the network's own words on one page: every row, one empty row, and a button for one more. */
export function ListPage<Field extends string>({ visit, title, lead, form, group, fields }: Props<Field>) {
  const { t, to } = visit;
  const back = to('/coordinate/network');
  return (
    <Page
      visit={visit}
      title={title}
      above={<Crumbs visit={visit} way={[{ href: back, label: t('network.edit') }]} />}
    >
      <p class="lead">{lead}</p>
      <p class="hint">{t('network.list.hint')}</p>
      <Form
        visit={visit}
        form={form}
        submitLabel={t('network.save')}
        cancel={{ href: back, label: t('form.cancel') }}
      >
        {Array.from({ length: form.rows(group) + 1 }, (_, place) => (
          <FieldGroup key={place} legend={t('network.list.row', { number: place + 1 })}>
            {fields(place)}
          </FieldGroup>
        ))}
        <OneMoreRow group={group} label={t('network.list.more')} />
      </Form>
    </Page>
  );
}
