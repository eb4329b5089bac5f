import { serialize } from 'hono/utils/cookie';
import type { LocalText } from '#src/kernel/local-text.ts';
import { hashSecret, readSessionToken, sessionCookieName } from '#src/platform/credentials/session-token.ts';
import { type Load, type Runtime, reading, type Work, writing } from '#src/platform/db/handles.ts';

/** What sessions are signed with; its own, so that knowing it signs nothing else. */
export const sessionKey = ({ keys }: Runtime | Work): string => keys.sign('sessions', 'key');

const day = 24 * 60 * 60 * 1000;
export const sessionDays = 30;

export type Session = {
  readonly id: string;
  readonly signInId: string;
  readonly personId: string;
  readonly name: LocalText;
  /** A day old or more: it is given another thirty. */
  readonly isDue: boolean;
};

/** Who is behind a session cookie: one query of ours, because better-auth would take ten times as long to say. */
export async function findSession(runtime: Runtime, cookie: string): Promise<Session | undefined> {
  const token = readSessionToken(cookie, sessionKey(runtime));
  if (!token) return undefined;
  const now = runtime.now();
  const row = await reading(runtime)
    .selectFrom('accounts.session as session')
    .innerJoin('accounts.person as person', 'person.sign_in_id', 'session.sign_in_id')
    .select(['session.id', 'session.sign_in_id as signInId', 'person.id as personId', 'person.name'])
    .select('expires_at as expiresAt')
    .where('token', '=', hashSecret(token))
    .where('expires_at', '>', now)
    .executeTakeFirst();
  if (!row) return undefined;
  const { expiresAt, ...session } = row;
  return { ...session, isDue: expiresAt.getTime() <= now.getTime() + (sessionDays - 1) * day };
}

/** The same cookie again, so that the browser's own thirty days begin anew. */
export const sessionCookie = (baseUrl: string, value: string): string =>
  serialize(sessionCookieName(baseUrl), value, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: baseUrl.startsWith('https:'),
    maxAge: sessionDays * (day / 1000),
  });

/** A cookie that takes the session's place and is gone at once. */
export const endedSessionCookie = (baseUrl: string): string =>
  serialize(sessionCookieName(baseUrl), '', {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: baseUrl.startsWith('https:'),
    maxAge: 0,
  });

export const lockSession = (load: Load, id: string) =>
  reading(load)
    .selectFrom('accounts.session')
    .select(['id', 'sign_in_id as signInId'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();

export async function saveRenewed(work: Work, id: string): Promise<void> {
  await writing(work)
    .updateTable('accounts.session')
    .set({ expires_at: new Date(work.now.getTime() + sessionDays * day), updated_at: work.now })
    .where('id', '=', id)
    .execute();
}

export async function deleteSession(work: Work, id: string): Promise<void> {
  await writing(work).deleteFrom('accounts.session').where('id', '=', id).execute();
}

/** Sessions that opened nothing for a while; at most so many at a time. */
export async function listEndedSessions(runtime: Runtime, limit: number): Promise<string[]> {
  const rows = await reading(runtime)
    .selectFrom('accounts.session')
    .select('id')
    .where('expires_at', '<', runtime.now())
    .orderBy('expires_at')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}
