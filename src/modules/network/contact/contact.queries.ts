import { sql } from 'kysely';
import type { Actor } from '#src/kernel/actor.ts';
import type { Language } from '#src/kernel/local-text.ts';
import { checkAllowed } from '#src/kernel/outcome.ts';
import { type Load, type Runtime, reading, type Work, writing } from '#src/platform/db/handles.ts';
import { isTruth, readKey, writeKey } from '#src/platform/db/page-key.ts';
import { mayReadContactMessages } from '../access.ts';
import type { ContactMessage } from './contact.ts';

const columns = [
  'id',
  'name',
  'reply_to as replyTo',
  'body',
  'language',
  'received_at as receivedAt',
] as const;

type ContactPage = { readonly messages: readonly ContactMessage[]; readonly next: string | undefined };

/** Unanswered ones first, then newest first; for coordinators only. */
export async function listContactMessages(
  runtime: Runtime,
  actor: Actor,
  { limit, after }: { limit: number; after?: string | undefined },
): Promise<ContactPage> {
  checkAllowed(mayReadContactMessages(actor));
  const key = readKey(after, 2, isTruth);
  const rows = await reading(runtime)
    .selectFrom('network.contact_message')
    .select([...columns, 'answered_at as answeredAt'])
    .$if(key !== undefined, (query) =>
      query.where(sql<boolean>`(answered_at is null, id) < (${key?.[0]}::boolean, ${key?.[1]}::uuid)`),
    )
    .orderBy(sql`answered_at is null`, 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const messages = rows.slice(0, limit);
  const last = messages.at(-1);
  const isMore = rows.length > limit && last !== undefined;
  return { messages, next: isMore ? writeKey([String(last.answeredAt === null), last.id]) : undefined };
}

export async function countUnanswered(runtime: Runtime, actor: Actor): Promise<number> {
  checkAllowed(mayReadContactMessages(actor));
  const { count } = await reading(runtime)
    .selectFrom('network.contact_message')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('answered_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}

export const lockContactMessage = (load: Load, id: string) =>
  reading(load)
    .selectFrom('network.contact_message')
    .select([...columns, 'answered_at as answeredAt'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();

type NewMessage = {
  readonly id: string;
  readonly name: string;
  readonly replyTo: string;
  readonly body: string;
  readonly language: Language;
};

export async function saveContactMessage(work: Work, { replyTo, ...message }: NewMessage): Promise<void> {
  await writing(work)
    .insertInto('network.contact_message')
    .values({ ...message, reply_to: replyTo, received_at: work.now })
    .execute();
}

export async function saveAnswered(work: Work, id: string, isAnswered: boolean): Promise<void> {
  const { actor, now } = work;
  const personId = actor.kind === 'person' ? actor.personId : null;
  await writing(work)
    .updateTable('network.contact_message')
    .set({ answered_at: isAnswered ? now : null, answered_by: isAnswered ? personId : null })
    .where('id', '=', id)
    .execute();
}

/** For the job that tells coordinators: who wrote, not what. */
export async function findContactName(runtime: Runtime, id: string): Promise<string | undefined> {
  const row = await reading(runtime)
    .selectFrom('network.contact_message')
    .select('name')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.name;
}
