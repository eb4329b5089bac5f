import { vi } from 'vitest';
import { system } from '#src/kernel/actor.ts';
import type { Language } from '#src/kernel/local-text.ts';
import { makeCoordinatorLink } from '#src/modules/accounts/index.ts';
import { startTestApp, type TestApp } from './app.ts';

/** The whole with one clock for all of it: the sign-in machinery reads the process's own. */
export async function startAccounts({ now, ...options }: Parameters<typeof startTestApp>[0]) {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(now) });
  return startTestApp({ now, ...options });
}

type Span = { readonly days?: number; readonly hours?: number; readonly minutes?: number };

/** Lets so much time go by. */
export function later(app: TestApp, { days = 0, hours = 0, minutes = 0 }: Span): void {
  app.clock.now = new Date(app.clock.now.getTime() + ((days * 24 + hours) * 60 + minutes) * 60_000);
  vi.setSystemTime(app.clock.now);
}

let made = 0;
const next = (): number => {
  made += 1;
  return made;
};

/** An e-mail address nobody else in the test has. */
export const newEmail = (name = 'somebody'): string => `${name}-${next()}@example.org`;

/** Somebody at another connection, so that limits by address count them apart. */
export function stranger(app: TestApp) {
  const place = next();
  return app.browser({ address: `203.0.113.${place % 250}` });
}

/** Where the link leads that whoever is at the machine is shown. */
export async function coordinatorLink(app: TestApp): Promise<string> {
  const secret = await makeCoordinatorLink(app.runtime, system('test'), { language: 'en' });
  return `/en/invitation?code=${secret}`;
}

/** What was sent to an address, in order, once the jobs have run. */
export async function messagesTo(app: TestApp, address: string) {
  await app.runJobs();
  return app.db
    .selectFrom('messaging.outbox')
    .select(['about', 'channel', 'subject', 'body', 'state'])
    .where('address', '=', address)
    .orderBy('id')
    .execute();
}

/** The link in the last message to an address, as a path of this site. */
export async function lastLink(app: TestApp, address: string): Promise<string> {
  const message = (await messagesTo(app, address)).at(-1)?.body ?? '';
  const link = /https?:\/\/\S+/.exec(message)?.[0];
  if (!link) throw new Error(`no link was sent to ${address}: ${message}`);
  return link.slice(new URL(link).origin.length);
}

type Invited = {
  readonly role?: 'coordinator' | 'representative' | 'staff' | 'account';
  readonly organisationId?: string;
  readonly language?: Language;
  readonly reach?: string;
  readonly by?: Pick<Awaited<ReturnType<TestApp['build']['coordinator']>>, 'submit'>;
};

/** Somebody was invited: the address, and the link that came there. */
export async function invite(app: TestApp, invited: Invited = {}) {
  const { role = 'account', organisationId = '', language = 'en', reach = newEmail() } = invited;
  const by = invited.by ?? (await app.build.coordinator());
  const answer = await by.submit('/en/invitations/new', { role, organisationId, language, reach });
  if (answer.status !== 303) throw new Error(`inviting answered ${answer.status}`);
  return { reach, link: await lastLink(app, reach) };
}

/** The link a coordinator is shown to pass on, as a path of this site. */
export async function linkToPassOn(app: TestApp, given: Omit<Invited, 'reach' | 'by'> = {}) {
  const coordinator = await app.build.coordinator();
  const { role = 'account', organisationId = '', language = 'en' } = given;
  const after = await coordinator.follow('/en/invitations/new', {
    role,
    organisationId,
    language,
    reach: '',
  });
  const link = /https?:\/\/[^/]+(\/\S+\?code=[0-9a-f]+)/.exec(after.text)?.[1];
  if (!link) throw new Error(`no link was shown: ${after.text}`);
  return link;
}

export const password = 'three quiet words';

type Typed = { readonly name?: string; readonly password?: string };

/** Somebody who took up an invitation, and whose browser is signed in. */
export async function joined(app: TestApp, given: Invited & Typed = {}) {
  const { reach, link } = await invite(app, given);
  const browser = stranger(app);
  const typed = { name: given.name ?? 'Dara', password: given.password ?? password };
  const answer = await browser.submit(link, typed);
  if (answer.status !== 303) throw new Error(`accepting answered ${answer.status}`);
  return { reach, ...browser };
}

/** How much there is of everything an account is made of. */
export async function countAll(app: TestApp): Promise<Readonly<Record<string, number>>> {
  const tables = ['person', 'sign_in', 'credential', 'session', 'seat', 'verification'].map(
    (name) => `accounts.${name}`,
  );
  const all = [...tables, 'messaging.address', 'messaging.outbox', 'platform.audit'];
  const { rows } = await app.pool.query(
    all.map((table) => `select '${table}' as name, count(*)::int as count from ${table}`).join(' union all '),
  );
  return Object.fromEntries(rows.map(({ name, count }) => [name, count]));
}
