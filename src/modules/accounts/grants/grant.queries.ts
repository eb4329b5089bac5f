import type { Grant } from '#src/kernel/actor.ts';
import { hashSecret } from '#src/platform/credentials/session-token.ts';
import { type Load, type Runtime, reading, type Work, writing } from '#src/platform/db/handles.ts';

/** Joins the caller's operation: whoever holds a link of it may answer for this subject. Gives its id. */
export async function openGrant(work: Work, subjectId: string): Promise<string> {
  const id = work.newId();
  await writing(work)
    .insertInto('accounts.grant')
    .values({ id, subject_id: subjectId, created_at: work.now })
    .execute();
  return id;
}

/** Joins the caller's operation: the secret of a fresh link, which is nowhere else from now on. */
export async function newGrantLink(work: Work, grantId: string): Promise<string> {
  const secret = work.newSecret();
  await writing(work)
    .insertInto('accounts.grant_link')
    .values({ secret_hash: hashSecret(secret), grant_id: grantId, created_at: work.now })
    .execute();
  return secret;
}

export const findGrantByLink = (handle: Runtime | Load, secret: string): Promise<Grant | undefined> =>
  reading(handle)
    .selectFrom('accounts.grant_link as link')
    .innerJoin('accounts.grant as grant', 'grant.id', 'link.grant_id')
    .select(['grant.id', 'subject_id as subjectId'])
    .where('secret_hash', '=', hashSecret(secret))
    .executeTakeFirst();

export const findGrant = (handle: Runtime | Load, id: string): Promise<Grant | undefined> =>
  reading(handle)
    .selectFrom('accounts.grant')
    .select(['id', 'subject_id as subjectId'])
    .where('id', '=', id)
    .executeTakeFirst();
