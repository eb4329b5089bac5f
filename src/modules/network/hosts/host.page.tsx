import { isoDay, sayDay, sayYear } from '#src/kernel/khmer/dates.ts';
import { inLanguage } from '#src/kernel/local-text.ts';
import { networkZone } from '#src/kernel/zone.ts';
import type { Name } from '#src/modules/organisations/index.ts';
import { AskFirst } from '#src/web/components/button/button.tsx';
import { Section } from '#src/web/components/card/card.tsx';
import { Crumbs } from '#src/web/components/crumbs/crumbs.tsx';
import { Select, TextField } from '#src/web/components/fields/fields.tsx';
import { Form } from '#src/web/components/form/form.tsx';
import { Page } from '#src/web/components/page/page.tsx';
import type { FormOf } from '#src/web/form/form-state.ts';
import type { Visit } from '#src/web/visit.ts';
import type { hostForm } from './host.form.ts';
import { type HostTerm, phaseOf } from './host.ts';

type Props = {
  visit: Visit;
  terms: readonly HostTerm[];
  organisations: readonly Name[];
  form: FormOf<typeof hostForm>;
};

export function HostPage({ visit, terms, organisations, form }: Props) {
  const { t, to, language } = visit;
  const way = [{ href: to('/coordinate/network'), label: t('network.edit') }];
  return (
    <Page visit={visit} title={t('host.title')} above={<Crumbs visit={visit} way={way} />}>
      <p class="lead">{t('host.lead')}</p>
      <HostList visit={visit} terms={terms} />
      <TakeBack visit={visit} last={terms.at(-1)} />
      <Section title={t('host.save')}>
        <Form visit={visit} form={form} submitLabel={t('host.save')}>
          <Select
            form={form}
            name="organisationId"
            label={t('host.organisation')}
            empty={t('form.choose')}
            options={organisations.map(({ id, name }) => [id, inLanguage(name, language)])}
          />
          <TextField form={form} name="since" label={t('host.since')} type="date" size="short" />
        </Form>
      </Section>
    </Page>
  );
}

function TakeBack({ visit, last }: { visit: Visit; last: HostTerm | undefined }) {
  if (!last) return null;
  return (
    <AskFirst
      visit={visit}
      action={visit.to('/coordinate/network/hosts/undo')}
      label={visit.t('host.undo')}
      question={visit.t('host.undo.ask', {
        name: inLanguage(last.name, visit.language),
        since: sayDay(last.since, visit.language),
      })}
      fields={{ hostTermId: last.id }}
    />
  );
}

/** Who comes next, who it is today, and those before. */
export function HostList({ visit, terms }: Pick<Props, 'visit' | 'terms'>) {
  const { t, to, now } = visit;
  if (terms.length === 0) return <p class="soft">{t('host.none')}</p>;
  return (
    <ol class="history">
      {terms.toReversed().map((term) => {
        const phase = phaseOf(term, isoDay(now, networkZone));
        return (
          <li key={term.id} aria-current={phase === 'now' || undefined}>
            <a href={to(`/organisations/${term.slug}`)}>{t(`host.${phase}`, valuesOf(term, visit))}</a>
          </li>
        );
      })}
    </ol>
  );
}

const valuesOf = ({ name, since, until }: HostTerm, { language }: Visit) => ({
  name: inLanguage(name, language),
  when: sayDay(since, language),
  since: sayYear(since, language),
  until: until ? sayYear(until, language) : '',
});
