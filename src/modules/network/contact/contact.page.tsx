import { sayDateTime } from '#src/kernel/khmer/dates.ts';
import { hasText, type LocalText } from '#src/kernel/local-text.ts';
import { networkZone } from '#src/kernel/zone.ts';
import { showPhone } from '#src/platform/phone/phone-number.ts';
import { ActionButton } from '#src/web/components/button/button.tsx';
import { Section } from '#src/web/components/card/card.tsx';
import { Crumbs } from '#src/web/components/crumbs/crumbs.tsx';
import { Empty } from '#src/web/components/empty/empty.tsx';
import { Honeypot, TextArea, TextField } from '#src/web/components/fields/fields.tsx';
import { Form } from '#src/web/components/form/form.tsx';
import { Local } from '#src/web/components/local/local.tsx';
import { Page } from '#src/web/components/page/page.tsx';
import { Pager } from '#src/web/components/pager/pager.tsx';
import { Tag } from '#src/web/components/tag/tag.tsx';
import type { FormOf } from '#src/web/form/form-state.ts';
import type { Visit } from '#src/web/visit.ts';
import type { contactForm } from './contact.form.ts';
import type { ContactMessage } from './contact.ts';

type Props = { visit: Visit; form: FormOf<typeof contactForm>; street: LocalText };

export function ContactPage({ visit, form, street }: Props) {
  const { t } = visit;
  return (
    <Page visit={visit} title={t('contact.title')} description={t('contact.description')}>
      <p class="lead">{t('contact.lead')}</p>
      <Form visit={visit} form={form} submitLabel={t('contact.send')}>
        <TextField form={form} name="name" label={t('contact.name')} autoComplete="name" />
        <TextField form={form} name="reach" label={t('contact.reach')} hint={t('contact.reach.hint')} />
        <TextArea form={form} name="body" label={t('contact.body')} rows={6} />
        <Honeypot name="homepage" label={t('contact.homepage')} />
      </Form>
      {hasText(street) && (
        <Section title={t('contact.address')}>
          <p>
            <Local visit={visit} text={street} />
          </p>
        </Section>
      )}
    </Page>
  );
}

type InboxProps = {
  visit: Visit;
  messages: readonly ContactMessage[];
  next: string | undefined;
  isFirst: boolean;
};

export function ContactInboxPage({ visit, messages, next, isFirst }: InboxProps) {
  const { t, to } = visit;
  const path = to('/coordinate/messages');
  return (
    <Page
      visit={visit}
      title={t('contact.inbox')}
      above={<Crumbs visit={visit} way={[{ href: to('/coordinate'), label: t('nav.coordinate') }]} />}
    >
      {messages.length === 0 && <Empty text={t('contact.inbox.empty')} />}
      <div class="stack">
        {messages.map((message) => (
          <MessageCard key={message.id} visit={visit} message={message} />
        ))}
      </div>
      <Pager visit={visit} next={next && `${path}?after=${next}`} first={isFirst ? undefined : path} />
    </Page>
  );
}

const MessageCard = ({ visit, message }: { visit: Visit; message: ContactMessage }) => {
  const { t, to, language } = visit;
  const isAnswered = message.answeredAt !== null;
  return (
    <article class="card">
      <p class="tags">
        <b>{message.name}</b>
        <Tag tone={isAnswered ? 'quiet' : 'attention'}>
          {t(isAnswered ? 'contact.inbox.answered' : 'contact.inbox.waiting')}
        </Tag>
      </p>
      <p class="soft">{sayDateTime(message.receivedAt, language, networkZone)}</p>
      <ReplyTo replyTo={message.replyTo} />
      <p class="typed" lang={message.language}>
        {message.body}
      </p>
      <div class="buttons">
        <ActionButton
          visit={visit}
          action={to(`/coordinate/messages/${message.id}/${isAnswered ? 'unanswered' : 'answered'}`)}
          label={t(isAnswered ? 'contact.inbox.unmark' : 'contact.inbox.mark')}
          about={message.name}
        />
      </div>
    </article>
  );
};

/** One tap calls or writes back. */
const ReplyTo = ({ replyTo }: Pick<ContactMessage, 'replyTo'>) =>
  replyTo.includes('@') ? (
    <a class="alone" href={`mailto:${replyTo}`}>
      {replyTo}
    </a>
  ) : (
    <a class="alone" href={`tel:${replyTo}`}>
      {showPhone(replyTo)}
    </a>
  );
