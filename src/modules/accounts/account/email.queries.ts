import { type Load, reading } from '#src/platform/db/handles.ts';

export const lockSignIn = (load: Load, id: string) =>
  reading(load)
    .selectFrom('accounts.sign_in as sign_in')
    .innerJoin('accounts.person as person', 'person.sign_in_id', 'sign_in.id')
    .select(['sign_in.id', 'sign_in.email', 'email_verified as isProven', 'person.id as personId'])
    .select('person.language')
    .where('sign_in.id', '=', id)
    .forUpdate('sign_in')
    .executeTakeFirst();
