import { standings } from '#src/kernel/audience.ts';
import { sayDay } from '#src/kernel/khmer/dates.ts';
import { AskFirst } from '#src/web/components/button/button.tsx';
import { Section } from '#src/web/components/card/card.tsx';
import { Crumbs } from '#src/web/components/crumbs/crumbs.tsx';
import { Radios, TextField } from '#src/web/components/fields/fields.tsx';
import { Form } from '#src/web/components/form/form.tsx';
import { Page } from '#src/web/components/page/page.tsx';
import { Table } from '#src/web/components/table/table.tsx';
import type { FormOf } from '#src/web/form/form-state.ts';
import type { Visit } from '#src/web/visit.ts';
import type { Organisation } from '../organisations/organisation.ts';
import type { membershipEndForm, membershipForm } from './membership.form.ts';
import type { Membership } from './membership.ts';

type Props = {
  visit: Visit;
  organisation: Organisation;
  memberships: readonly Membership[];
  form: FormOf<typeof membershipForm>;
  endForm: FormOf<typeof membershipEndForm>;
};

export function MembershipPage({ visit, organisation, memberships, form, endForm }: Props) {
  const { t, to } = visit;
  const path = to(`/organisations/${organisation.slug}`);
  const isCurrent = memberships.some(({ until }) => until === null);
  return (
    <Page
      visit={visit}
      title={t('membership.title', { name: organisation.name })}
      above={<Crumbs visit={visit} way={[{ href: path, label: t('page.back') }]} />}
    >
      <p class="lead">{t('membership.lead')}</p>
      {memberships.length > 0 && <History visit={visit} memberships={memberships} path={path} />}
      <Section title={t('membership.begin')}>
        <Form visit={visit} form={form} submitLabel={t('membership.save')} action={`${path}/standing`}>
          <Radios
            form={form}
            name="standing"
            label={t('membership.standing')}
            options={standings.map((standing) => [standing, t(`standing.${standing}`)])}
          />
          <TextField form={form} name="since" label={t('membership.since')} type="date" size="short" />
        </Form>
      </Section>
      {isCurrent && (
        <Section title={t('membership.end')}>
          <Form
            visit={visit}
            form={endForm}
            submitLabel={t('membership.end.save')}
            action={`${path}/standing/end`}
            tone="danger"
          >
            <TextField form={endForm} name="until" label={t('membership.until')} type="date" size="short" />
          </Form>
        </Section>
      )}
    </Page>
  );
}

const History = ({ visit, memberships, path }: Pick<Props, 'visit' | 'memberships'> & { path: string }) => {
  const { t, language } = visit;
  return (
    <>
      <Table
        caption={t('organisation.standing')}
        rows={memberships.toReversed()}
        keyOf={({ id }) => id}
        columns={[
          { head: t('membership.standing'), cell: ({ standing }) => t(`standing.${standing}`) },
          { head: t('membership.since'), cell: ({ since }) => sayDay(since, language) },
          { head: t('membership.until.short'), cell: ({ until }) => (until ? sayDay(until, language) : '–') },
        ]}
      />
      <AskFirst
        visit={visit}
        action={`${path}/standing/undo`}
        label={t('membership.undo')}
        question={t('membership.undo.ask')}
        fields={{ membershipId: memberships.at(-1)?.id ?? '' }}
      />
    </>
  );
};
