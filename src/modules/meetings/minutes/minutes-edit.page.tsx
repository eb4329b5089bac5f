import { inLanguage } from '#src/kernel/local-text.ts';
import type { NamedCoordinator } from '#src/modules/accounts/index.ts';
import type { Colleague, Name } from '#src/modules/organisations/index.ts';
import { Crumbs } from '#src/web/components/crumbs/crumbs.tsx';
import { LocalField, type Option, Select, TextField } from '#src/web/components/fields/fields.tsx';
import { FieldGroup, Form, OneMoreRow } from '#src/web/components/form/form.tsx';
import { Local } from '#src/web/components/local/local.tsx';
import { Page } from '#src/web/components/page/page.tsx';
import type { FormOf } from '#src/web/form/form-state.ts';
import type { Visit } from '#src/web/visit.ts';
import type { Occurrence } from '../occurrences/occurrence.ts';
import { OccurrenceFacts } from '../occurrences/occurrence-card.page.tsx';
import type { minutesForm } from './minutes.form.ts';
import { type Minutes, ownerKey } from './minutes.ts';

type Props = {
  visit: Visit;
  occurrence: Occurrence;
  /** Undefined while nothing is written. */
  saved: Minutes | undefined;
  organisations: readonly Name[];
  colleagues: readonly Colleague[];
  coordinators: readonly NamedCoordinator[];
  form: FormOf<typeof minutesForm>;
};

export function MinutesEditPage(props: Props) {
  const { visit, occurrence, saved, form } = props;
  const { t, to } = visit;
  const isPublished = saved?.publishedAt != null;
  const back = to(`/occurrences/${occurrence.id}`);
  return (
    <Page
      visit={visit}
      title={t(isPublished ? 'minutes.edit' : 'minutes.write')}
      above={
        <Crumbs visit={visit} way={[{ href: back, label: <Local visit={visit} text={occurrence.name} /> }]} />
      }
    >
      <OccurrenceFacts visit={visit} occurrence={occurrence} />
      {!isPublished && <p class="lead">{t('minutes.lead')}</p>}
      <Form
        visit={visit}
        form={form}
        submitLabel={t(isPublished ? 'minutes.save.published' : 'minutes.save')}
        {...(!isPublished && { also: { name: 'publish', value: 'yes', label: t('minutes.publish') } })}
        cancel={{ href: back, label: t('form.cancel') }}
      >
        <input type="hidden" name="revision" value={form.value('revision')} />
        <LocalField
          form={form}
          name="body"
          label={t('minutes.body')}
          hint={t('minutes.body.hint')}
          labels={halvesOf(visit)}
          rows={14}
        />
        <TextField
          form={form}
          name="attended"
          label={t('minutes.attended')}
          inputMode="numeric"
          size="short"
        />
        <DecisionRows visit={visit} form={form} />
        <ActionItemRows {...props} />
      </Form>
    </Page>
  );
}

const halvesOf = ({ t }: Visit) => ({ km: t('form.in-km'), en: t('form.in-en') });

const DecisionRows = ({ visit, form }: Pick<Props, 'visit' | 'form'>) => {
  const { t } = visit;
  return (
    <>
      <h2>{t('minutes.decisions')}</h2>
      {placesOf(form, 'decisions').map((place) => (
        <FieldGroup key={place} legend={t('minutes.decision', { number: place + 1 })}>
          <LocalField
            form={form}
            name={`decisions.${place}.text`}
            label={t('minutes.text')}
            labels={halvesOf(visit)}
          />
        </FieldGroup>
      ))}
      <OneMoreRow group="decisions" label={t('minutes.decision.more')} />
    </>
  );
};

const ActionItemRows = (props: Props) => {
  const { visit, form } = props;
  const { t } = visit;
  const owners = ownersOf(props);
  return (
    <>
      <h2>{t('minutes.action-items')}</h2>
      {placesOf(form, 'actionItems').map((place) => {
        const row = `actionItems.${place}` as const;
        return (
          <FieldGroup key={place} legend={t('minutes.action-item', { number: place + 1 })}>
            <input type="hidden" name={`${row}.id`} value={form.value(`${row}.id`)} />
            <LocalField form={form} name={`${row}.text`} label={t('minutes.text')} labels={halvesOf(visit)} />
            <Select
              form={form}
              name={`${row}.owner`}
              label={t('minutes.owner')}
              hint={t('minutes.owner.hint')}
              empty={t('form.choose')}
              options={owners}
            />
            <TextField form={form} name={`${row}.dueOn`} label={t('minutes.due')} type="date" size="short" />
          </FieldGroup>
        );
      })}
      <OneMoreRow group="actionItems" label={t('minutes.action-item.more')} />
    </>
  );
};

/** The rows there are, and an empty one. */
const placesOf = (form: Props['form'], group: string): number[] =>
  Array.from({ length: form.rows(group) + 1 }, (_, place) => place);

function ownersOf({ visit, organisations, colleagues, coordinators, saved }: Props): Option[] {
  const { t, language } = visit;
  const owners = new Map<string, string>([
    ...coordinators.map(
      ({ personId, name }) => [`person:${personId}`, t('minutes.owner.coordinator', { name })] as const,
    ),
    ...organisations.map(({ id, name }) => [`organisation:${id}`, inLanguage(name, language)] as const),
    ...colleagues.map(({ personId, name, organisation }) => {
      const label = `${inLanguage(name, language)} (${inLanguage(organisation, language)})`;
      return [`person:${personId}`, label] as const;
    }),
  ]);
  // Whoever has left since still owns what they took on.
  for (const item of saved?.actionItems ?? [])
    if (!owners.has(ownerKey(item))) owners.set(ownerKey(item), inLanguage(item.ownerName, language));
  return [...owners];
}
