import { sql } from 'kysely';
import type { Actor } from '#src/kernel/actor.ts';
import type { LocalText } from '#src/kernel/local-text.ts';
import { checkAllowed } from '#src/kernel/outcome.ts';
import { findReaches, type Reach } from '#src/modules/messaging/index.ts';
import { type Runtime, reading } from '#src/platform/db/handles.ts';
import { readKey, writeKey } from '#src/platform/db/page-key.ts';
import { mayListRsvps } from '../access.ts';
import { organisationOf } from '../known.queries.ts';
import type { Answer, Seating } from './rsvp.ts';

export type Answered = {
  readonly id: string;
  /** What a stranger wrote; a person we know has a name in two languages. */
  readonly name: string | null;
  readonly personName: LocalText | null;
  readonly organisation: LocalText | null;
  readonly answer: Answer;
  readonly seating: Seating | null;
  readonly seats: number;
  readonly companions: string | null;
  /** Undefined for somebody who has neither phone nor e-mail here. */
  readonly reach: Reach | undefined;
};

type AnsweredPage = { readonly answered: readonly Answered[]; readonly next: string | undefined };

/** In the order in which they answered first; for those who prepare the meeting. */
export async function listRsvps(
  runtime: Runtime,
  actor: Actor,
  { occurrenceId, limit, after }: { occurrenceId: string; limit: number; after?: string | undefined },
): Promise<AnsweredPage> {
  checkAllowed(mayListRsvps(actor));
  const key = readKey(after, 1);
  const rows = await answers(runtime, occurrenceId)
    .$if(key !== undefined, (query) => query.where('rsvp.id', '>', key?.[0] ?? ''))
    .orderBy('rsvp.id')
    .limit(limit + 1)
    .execute();
  const answered = await withReaches(runtime, actor, rows.slice(0, limit));
  const last = answered.at(-1);
  return { answered, next: rows.length > limit && last ? writeKey([last.id]) : undefined };
}

/** One of them. */
export async function findAnswered(
  runtime: Runtime,
  actor: Actor,
  { occurrenceId, rsvpId }: { occurrenceId: string; rsvpId: string },
): Promise<Answered | undefined> {
  checkAllowed(mayListRsvps(actor));
  const rows = await answers(runtime, occurrenceId).where('rsvp.id', '=', rsvpId).execute();
  return (await withReaches(runtime, actor, rows))[0];
}

const answers = (runtime: Runtime, occurrenceId: string) =>
  reading(runtime)
    .selectFrom('meetings.rsvp as rsvp')
    .leftJoin('accounts.named as person', 'person.id', 'rsvp.person_id')
    .leftJoin('organisations.named as organisation', 'organisation.id', 'rsvp.organisation_id')
    .select(['rsvp.id', 'rsvp.name', 'person.name as personName', 'person_id as personId'])
    .select(['address_id as addressId', 'answer', 'seating', 'seats', 'companions'])
    // Somebody without an account answers for no organisation, but works for one.
    .select(
      sql<LocalText | null>`coalesce(organisation.name, ${organisationOf('person.id')})`.as('organisation'),
    )
    .where('occurrence_id', '=', occurrenceId);

type Row = Awaited<ReturnType<ReturnType<typeof answers>['executeTakeFirstOrThrow']>>;

async function withReaches(runtime: Runtime, actor: Actor, rows: readonly Row[]): Promise<Answered[]> {
  const reaches = await findReaches(runtime, actor, {
    personIds: rows.flatMap(({ personId }) => personId ?? []),
    addressIds: rows.flatMap(({ addressId }) => addressId ?? []),
  });
  return rows.map((row) => ({ ...row, reach: reaches.get(row.personId ?? row.addressId ?? '') }));
}
