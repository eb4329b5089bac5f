import { sayYear } from '#src/kernel/khmer/dates.ts';
import { inLanguage } from '#src/kernel/local-text.ts';
import type { Name } from '#src/modules/organisations/index.ts';
import { Section } from '#src/web/components/card/card.tsx';
import { Crumbs } from '#src/web/components/crumbs/crumbs.tsx';
import { Select, TextField } from '#src/web/components/fields/fields.tsx';
import { Form } from '#src/web/components/form/form.tsx';
import { Page } from '#src/web/components/page/page.tsx';
import type { FormOf } from '#src/web/form/form-state.ts';
import type { Visit } from '#src/web/visit.ts';
import type { hostForm } from './host.form.ts';
import type { HostTerm } from './host.ts';

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

/** The host today first, then those before. */
export function HostList({ visit, terms }: Pick<Props, 'visit' | 'terms'>) {
  const { t, to, language } = visit;
  if (terms.length === 0) return <p class="soft">{t('host.none')}</p>;
  return (
    <ol class="history">
      {terms.toReversed().map(({ id, slug, name, since, until }) => (
        <li key={id}>
          <a href={to(`/organisations/${slug}`)}>
            {t(until ? 'host.past' : 'host.now', {
              name: inLanguage(name, language),
              since: sayYear(since, language),
              until: until ? sayYear(until, language) : '',
            })}
          </a>
        </li>
      ))}
    </ol>
  );
}
