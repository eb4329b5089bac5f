import type { LocalText } from '#src/kernel/local-text.ts';
import { Crumbs } from '#src/web/components/crumbs/crumbs.tsx';
import { Details } from '#src/web/components/facts/facts.tsx';
import { Form } from '#src/web/components/form/form.tsx';
import { Local } from '#src/web/components/local/local.tsx';
import { Page } from '#src/web/components/page/page.tsx';
import type { FormOf } from '#src/web/form/form-state.ts';
import type { Visit } from '#src/web/visit.ts';
import type { roleEndForm } from './seat.form.ts';
import { roleWords, type Seat } from './seat.page.tsx';

type Props = {
  visit: Visit;
  name: LocalText;
  seat: Seat;
  /** Of the organisation, where the role is in one. */
  organisation: LocalText | undefined;
  form: FormOf<typeof roleEndForm>;
};

/** Whose role ends is asked once more: one row of the list looks like the next. */
export function RoleEndPage({ visit, name, seat, organisation, form }: Props) {
  const { t, to } = visit;
  const back = to('/coordinate/people');
  const role = roleWords(seat, visit);
  return (
    <Page
      visit={visit}
      title={t('people.end.title')}
      above={<Crumbs visit={visit} way={[{ href: back, label: t('people.title') }]} />}
    >
      <Details
        rows={[
          [t('people.name'), <Local visit={visit} text={name} />],
          [
            t('people.roles'),
            <>
              {role}
              {organisation && (
                <>
                  {' · '}
                  <Local visit={visit} text={organisation} />
                </>
              )}
            </>,
          ],
        ]}
      />
      <p class="lead">{t('people.end.lead')}</p>
      <Form
        visit={visit}
        form={form}
        submitLabel={t('people.end')}
        tone="danger"
        cancel={{ href: back, label: t('people.end.keep') }}
      >
        <input type="hidden" name="organisationId" value={seat.organisationId ?? ''} />
      </Form>
    </Page>
  );
}
