import { sql } from 'kysely';
import { findAddress, type Reach } from '#src/modules/messaging/index.ts';
import { hashPassword, isPassword } from '#src/platform/credentials/password.ts';
import { type Load, reading, type Work, writing } from '#src/platform/db/handles.ts';

export type KnownSignIn = {
  readonly id: string;
  readonly email: string;
  readonly isProven: boolean;
  readonly personId: string;
};

/** Whose sign-in that is: by its e-mail, or by a telephone number of the person. */
export async function findSignIn(load: Load, reach: Reach): Promise<KnownSignIn | undefined> {
  if (reach.channel === 'email') return signIns(load).where('email', '=', reach.address).executeTakeFirst();
  const address = await findAddress(load, reach);
  if (!address?.personId) return undefined;
  return signIns(load).where('person.id', '=', address.personId).executeTakeFirst();
}

const signIns = (load: Load) =>
  reading(load)
    .selectFrom('accounts.sign_in as sign_in')
    .innerJoin('accounts.person as person', 'person.sign_in_id', 'sign_in.id')
    .select(['sign_in.id', 'sign_in.email', 'email_verified as isProven', 'person.id as personId']);

export const findSignInOf = (load: Load, personId: string): Promise<KnownSignIn | undefined> =>
  signIns(load).where('person.id', '=', personId).executeTakeFirst();

/**
 * Whether the link by which this person joined was sent there. Only then is a number known to be theirs: whoever looks
 * after an organisation may write down any number for somebody who cannot sign in yet.
 */
export async function hasJoinedBy(load: Load, personId: string, reach: Reach): Promise<boolean> {
  const first = await reading(load)
    .selectFrom('accounts.invitation')
    .select(['channel', 'address'])
    .where('person_id', '=', personId)
    .orderBy('accepted_at')
    .limit(1)
    .executeTakeFirst();
  return first?.channel === reach.channel && first.address === reach.address;
}

/** The e-mail was shown to belong to whoever signs in with it: only then does a link go there. */
export async function saveProven(work: Work, id: string): Promise<void> {
  await writing(work)
    .updateTable('accounts.sign_in')
    .set({ email_verified: true, updated_at: work.now })
    .where('id', '=', id)
    .execute();
}

export async function isPasswordOf(load: Load, signInId: string, password: string): Promise<boolean> {
  const row = await reading(load)
    .selectFrom('accounts.credential')
    .select('password')
    .where('sign_in_id', '=', signInId)
    .where('provider', '=', 'credential')
    .executeTakeFirst();
  return row?.password ? isPassword({ hash: row.password, password }) : false;
}

/** A new password; every other session, and every link under way, ends with the old one (ASVS 7.4.3). */
export async function savePassword(work: Work, signInId: string, password: string, keptSessionId: string) {
  await writing(work)
    .updateTable('accounts.credential')
    .set({ password: await hashPassword(password), updated_at: work.now })
    .where('sign_in_id', '=', signInId)
    .where('provider', '=', 'credential')
    .execute();
  await writing(work)
    .deleteFrom('accounts.session')
    .where('sign_in_id', '=', signInId)
    .where(sql<boolean>`id <> ${keptSessionId}::uuid`)
    .execute();
  // better-auth keeps whose link it is as JSON.
  const { email } = await signIns(work).where('sign_in.id', '=', signInId).executeTakeFirstOrThrow();
  await writing(work)
    .deleteFrom('accounts.verification')
    .where(sql<boolean>`strpos(value, ${`"email":${JSON.stringify(email)}`}) > 0`)
    .execute();
}

/** For somebody without e-mail: RFC 2606 keeps `.invalid` from ever being somebody's. */
export const emailWithout = (personId: string): string => `${personId}@phone.invalid`;
