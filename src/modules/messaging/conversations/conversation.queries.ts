import type { Actor } from '#src/kernel/actor.ts';
import { checkAllowed } from '#src/kernel/outcome.ts';
import { type Runtime, reading } from '#src/platform/db/handles.ts';
import { readKey, writeKey } from '#src/platform/db/page-key.ts';
import { mayReadConversations } from '../access.ts';
import type { ChannelName } from '../addresses/address.ts';
import type { MessageState } from '../outbox/outbox.ts';

export type Conversation = {
  readonly addressId: string;
  readonly channel: ChannelName;
  readonly address: string;
  readonly lastBody: string;
  readonly lastAt: Date;
};

type ConversationPage = {
  readonly conversations: readonly Conversation[];
  readonly next: string | undefined;
};

/** Every address we wrote to, the latest first, with the last words that went out. */
export async function listConversations(
  runtime: Runtime,
  actor: Actor,
  { limit, after }: { limit: number; after?: string | undefined },
): Promise<ConversationPage> {
  checkAllowed(mayReadConversations(actor));
  const key = readKey(after, 1);
  const rows = await reading(runtime)
    .with('last', (db) =>
      db
        .selectFrom('messaging.outbox')
        .distinctOn('address_id')
        .select(['id', 'address_id as addressId', 'channel', 'address', 'body as lastBody'])
        .select('queued_at as lastAt')
        .orderBy('address_id')
        .orderBy('id', 'desc'),
    )
    .selectFrom('last')
    .selectAll()
    .$if(key !== undefined, (query) => query.where('id', '<', key?.[0] ?? ''))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const conversations = rows.slice(0, limit);
  const last = conversations.at(-1);
  return { conversations, next: rows.length > limit && last ? writeKey([last.id]) : undefined };
}

export type Line = {
  readonly id: string;
  readonly isOurs: boolean;
  readonly subject: string;
  readonly body: string;
  readonly at: Date;
  readonly state: MessageState | null;
};

const mostLines = 100;

/**
 * What went to and fro with one address, the oldest of the last hundred first; and whether the worker has still to answer,
 * or to send, some of it.
 */
export async function findConversation(runtime: Runtime, actor: Actor, addressId: string) {
  checkAllowed(mayReadConversations(actor));
  const db = reading(runtime);
  const contact = await db
    .selectFrom('messaging.address')
    .select(['id as addressId', 'channel', 'address', 'language'])
    .where('id', '=', addressId)
    .executeTakeFirst();
  if (!contact) return undefined;
  const sent = await db
    .selectFrom('messaging.outbox')
    .select(['id', 'subject', 'body', 'queued_at as at', 'state'])
    .where('address_id', '=', addressId)
    .orderBy('id', 'desc')
    .limit(mostLines)
    .execute();
  const received = await db
    .selectFrom('messaging.inbox')
    .select(['id', 'body', 'received_at as at', 'done_at as doneAt'])
    .where('channel', '=', contact.channel)
    .where('address', '=', contact.address)
    .orderBy('id', 'desc')
    .limit(mostLines)
    .execute();
  const lines: Line[] = [
    ...sent.map((line) => ({ ...line, isOurs: true })),
    ...received.map(({ id, body, at }) => ({ id, body, at, subject: '', state: null, isOurs: false })),
  ];
  return {
    ...contact,
    lines: lines.sort((left, right) => (left.id < right.id ? -1 : 1)).slice(-mostLines),
    isPending:
      received.some(({ doneAt }) => doneAt === null) ||
      sent.some(({ state }) => state === 'queued' || state === 'claimed'),
  };
}
