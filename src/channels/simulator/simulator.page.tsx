import { sayDateTime } from '#src/kernel/khmer/dates.ts';
import { networkZone } from '#src/kernel/zone.ts';
import type { Conversation, Line } from '#src/modules/messaging/index.ts';
import { Crumbs } from '#src/web/components/crumbs/crumbs.tsx';
import { Empty } from '#src/web/components/empty/empty.tsx';
import { TextArea } from '#src/web/components/fields/fields.tsx';
import { Form } from '#src/web/components/form/form.tsx';
import { Page } from '#src/web/components/page/page.tsx';
import { Pager } from '#src/web/components/pager/pager.tsx';
import type { FormOf } from '#src/web/form/form-state.ts';
import type { Visit } from '#src/web/visit.ts';
import type { replyForm } from './simulator.form.ts';

type ListProps = {
  visit: Visit;
  conversations: readonly Conversation[];
  next: string | undefined;
  isFirst: boolean;
};

export function OutboxPage({ visit, conversations, next, isFirst }: ListProps) {
  const { t, to, language } = visit;
  const path = to('/dev/outbox');
  return (
    <Page visit={visit} title={t('simulator.title')}>
      <p class="lead">{t('simulator.lead')}</p>
      {conversations.length === 0 && <Empty text={t('simulator.empty')} />}
      <ul class="stack">
        {conversations.map(({ addressId, channel, address, lastBody, lastAt }) => (
          <li class="card" key={addressId}>
            <a href={`${path}/${addressId}`}>
              <b>{address}</b>
            </a>{' '}
            <span class="soft">
              {t(`channel.${channel}`)} · {sayDateTime(lastAt, language, networkZone)}
            </span>
            <p>{lastBody.slice(0, 120)}</p>
          </li>
        ))}
      </ul>
      <Pager visit={visit} next={next && `${path}?after=${next}`} first={isFirst ? undefined : path} />
    </Page>
  );
}

type Props = {
  visit: Visit;
  addressId: string;
  address: string;
  lines: readonly Line[];
  isPending: boolean;
  form: FormOf<typeof replyForm>;
};

export function ConversationPage({ visit, addressId, address, lines, isPending, form }: Props) {
  const { t, to } = visit;
  const way = [{ href: to('/dev/outbox'), label: t('simulator.title') }];
  return (
    <Page
      visit={visit}
      title={t('simulator.conversation', { address })}
      above={<Crumbs visit={visit} way={way} />}
    >
      <ol class="conversation">
        {lines.map((line) => (
          <ConversationLine key={line.id} visit={visit} line={line} />
        ))}
      </ol>
      {isPending && (
        <p>
          <a href={to(`/dev/outbox/${addressId}`)}>{t('simulator.again')}</a>
        </p>
      )}
      <Form visit={visit} form={form} submitLabel={t('simulator.send')}>
        <TextArea form={form} name="body" label={t('simulator.reply', { address })} rows={2} />
      </Form>
    </Page>
  );
}

const ConversationLine = ({ visit, line }: { visit: Visit; line: Line }) => {
  const { t, language, site } = visit;
  const when = sayDateTime(line.at, language, networkZone);
  return (
    <li class={line.isOurs ? 'line line-ours' : 'line'}>
      {line.subject && <p class="soft">{line.subject}</p>}
      <p class="typed">{withLinks(line.body, site.baseUrl)}</p>
      <p class="soft">
        {line.state ? t('simulator.state', { state: t(`message-state.${line.state}`), when }) : when}
      </p>
    </li>
  );
};

/** Links of ours can be followed, as in any mail program; others stay text. */
const withLinks = (body: string, baseUrl: string) =>
  body
    .split(/(https?:\/\/\S+)/)
    .map((part) => (part.startsWith(`${baseUrl}/`) ? <a href={part}>{part}</a> : part));
