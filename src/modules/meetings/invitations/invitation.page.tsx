import { sayDate } from '#src/kernel/khmer/dates.ts';
import { inLanguage } from '#src/kernel/local-text.ts';
import { networkZone } from '#src/kernel/zone.ts';
import type { Name } from '#src/modules/organisations/index.ts';
import { Section } from '#src/web/components/card/card.tsx';
import { Crumbs } from '#src/web/components/crumbs/crumbs.tsx';
import { Empty } from '#src/web/components/empty/empty.tsx';
import { Checkboxes, Radios, TextField, Tick } from '#src/web/components/fields/fields.tsx';
import { Form } from '#src/web/components/form/form.tsx';
import { Local } from '#src/web/components/local/local.tsx';
import { Notice } from '#src/web/components/notice/notice.tsx';
import { Page } from '#src/web/components/page/page.tsx';
import { Pager } from '#src/web/components/pager/pager.tsx';
import { Table } from '#src/web/components/table/table.tsx';
import type { FormOf } from '#src/web/form/form-state.ts';
import type { Visit } from '#src/web/visit.ts';
import type { Occurrence } from '../occurrences/occurrence.ts';
import { OccurrenceFacts } from '../occurrences/occurrence-card.page.tsx';
import type { contactForm, groupForm } from './invitation.form.ts';
import type { WithoutPeople } from './invitation.queries.ts';
import type { Invitation } from './invitation.ts';

type Props = {
  visit: Visit;
  occurrence: Occurrence;
  organisations: readonly Name[];
  invitations: readonly Invitation[];
  next: string | undefined;
  isFirst: boolean;
  /** Of the organisations just asked, those where nobody is known. */
  withoutPeople: readonly WithoutPeople[];
  group: FormOf<typeof groupForm>;
  contact: FormOf<typeof contactForm>;
};

export function InvitationsPage(props: Props) {
  const { visit, occurrence, invitations, next, isFirst, withoutPeople } = props;
  const { t, to } = visit;
  const back = to(`/occurrences/${occurrence.id}`);
  const path = `${back}/invitations`;
  return (
    <Page
      visit={visit}
      title={t('invitation.title')}
      above={
        <Crumbs visit={visit} way={[{ href: back, label: <Local visit={visit} text={occurrence.name} /> }]} />
      }
    >
      <OccurrenceFacts visit={visit} occurrence={occurrence} />
      {withoutPeople.length > 0 && <WithoutPeopleNotice visit={visit} withoutPeople={withoutPeople} />}
      <p class="lead">{t('invitation.lead')}</p>
      <GroupSection {...props} path={path} />
      <ContactSection {...props} path={path} />
      <Section title={t('invitation.list')}>
        {invitations.length === 0 ? (
          <Empty text={t('invitation.list.empty')} />
        ) : (
          <InvitationTable visit={visit} invitations={invitations} />
        )}
        <Pager visit={visit} next={next && `${path}?after=${next}`} first={isFirst ? undefined : path} />
      </Section>
    </Page>
  );
}

const WithoutPeopleNotice = ({ visit, withoutPeople }: Pick<Props, 'visit' | 'withoutPeople'>) => (
  <Notice tone="attention" title={visit.t('invitation.without-people')}>
    <ul class="bullets">
      {withoutPeople.map(({ id, slug, name }) => (
        <li key={id}>
          <Local visit={visit} text={name} />
          {' · '}
          <a href={visit.to(`/organisations/${slug}/people/new`)}>{visit.t('invitation.add-person')}</a>
        </li>
      ))}
    </ul>
  </Notice>
);

const GroupSection = ({ visit, organisations, group, path }: Props & { path: string }) => {
  const { t, language } = visit;
  return (
    <Section title={t('invitation.groups')}>
      <Form visit={visit} form={group} action={`${path}/groups`} submitLabel={t('invitation.send')}>
        <Tick form={group} name="members" label={t('invitation.groups.members')} />
        <Tick form={group} name="partners" label={t('invitation.groups.partners')} />
        <Checkboxes
          form={group}
          name="organisationIds"
          label={t('invitation.groups.one')}
          options={organisations.map(({ id, name }) => [id, inLanguage(name, language)])}
        />
      </Form>
    </Section>
  );
};

const ContactSection = ({ visit, contact, path }: Props & { path: string }) => {
  const { t } = visit;
  return (
    <Section title={t('invitation.contact')}>
      <p>{t('invitation.contact.lead')}</p>
      <Form
        visit={visit}
        form={contact}
        action={`${path}/contacts`}
        submitLabel={t('invitation.contact.send')}
      >
        <TextField form={contact} name="name" label={t('invitation.name')} />
        <TextField form={contact} name="reach" label={t('invitation.reach')} />
        <Radios
          form={contact}
          name="language"
          label={t('invitation.language')}
          options={[
            ['km', t('language.km')],
            ['en', t('language.en')],
          ]}
        />
      </Form>
    </Section>
  );
};

const InvitationTable = ({ visit, invitations }: { visit: Visit; invitations: readonly Invitation[] }) => {
  const { t, language } = visit;
  return (
    <Table
      caption={t('invitation.list')}
      rows={invitations}
      keyOf={({ id }) => id}
      columns={[
        {
          head: t('rsvp.list.who'),
          cell: ({ name, personName }) => (personName ? <Local visit={visit} text={personName} /> : name),
        },
        {
          head: t('rsvp.list.organisation'),
          cell: ({ organisation }) => (organisation ? <Local visit={visit} text={organisation} /> : '–'),
        },
        {
          head: t('rsvp.list.answer'),
          cell: ({ answer, seating }) => {
            if (!answer) return t('invitation.list.no-answer');
            return t(seating === 'waiting' ? 'rsvp.list.waiting' : `rsvp.${answer}`);
          },
        },
        {
          head: t('invitation.list.when'),
          cell: ({ invitedAt }) => sayDate(invitedAt, language, networkZone),
        },
      ]}
    />
  );
};
