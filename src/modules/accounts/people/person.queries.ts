import { type Load, type Runtime, reading, type Work, writing } from '#src/platform/db/handles.ts';
import type { Person } from './person.ts';

export const findPerson = (handle: Runtime | Load, id: string): Promise<Person | undefined> =>
  reading(handle)
    .selectFrom('accounts.person')
    .select(['id', 'name', 'language'])
    .where('id', '=', id)
    .executeTakeFirst();

export const lockPerson = (load: Load, id: string) =>
  reading(load)
    .selectFrom('accounts.person')
    .select(['id', 'name', 'language', 'sign_in_id as signInId'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();

/** Gives the new person's id. */
export async function savePerson(work: Work, { name, language }: Omit<Person, 'id'>): Promise<string> {
  const id = work.newId();
  await writing(work)
    .insertInto('accounts.person')
    .values({ id, name, language, created_at: work.now })
    .execute();
  return id;
}

export async function changePerson(work: Work, { id, name, language }: Person): Promise<void> {
  await writing(work).updateTable('accounts.person').set({ name, language }).where('id', '=', id).execute();
}

export async function saveSignInOf(work: Work, personId: string, signInId: string): Promise<void> {
  await writing(work)
    .updateTable('accounts.person')
    .set({ sign_in_id: signInId })
    .where('id', '=', personId)
    .execute();
}
