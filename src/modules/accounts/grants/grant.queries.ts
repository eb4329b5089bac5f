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

/**
 * Joins the caller's operation: the secret of a fresh link, which is nowhere else from now on. `sent` goes to the address
 * the grant is for, `shown` to whoever typed that address, who may be somebody else.
 */
export async function newGrantLink(work: Work, grantId: string, way: 'sent' | 'shown'): Promise<string> {
  const secret = work.newSecret();
  await writing(work)
    .insertInto('accounts.grant_link')
    .values({
      secret_hash: hashSecret(secret),
      grant_id: grantId,
      is_sent: way === 'sent',
      created_at: work.now,
    })
    .execute();
  return secret;
}

/** Joins the caller's operation: whoever reads the address has spoken, so links that others may hold open nothing any more. */
export async function endShownLinks(work: Work, grantId: string): Promise<void> {
  await writing(work)
    .deleteFrom('accounts.grant_link')
    .where('grant_id', '=', grantId)
    .where('is_sent', '=', false)
    .execute();
}

export const findGrantByLink = (handle: Runtime | Load, secret: string): Promise<Grant | undefined> =>
  reading(handle)
    .selectFrom('accounts.grant_link as link')
    .innerJoin('accounts.grant as grant', 'grant.id', 'link.grant_id')
    .select(['grant.id', 'subject_id as subjectId', 'link.is_sent as isProven'])
    .where('secret_hash', '=', hashSecret(secret))
    .executeTakeFirst();

/** For the sender of a message, who has the telephone or the mailbox in hand. */
export async function findGrant(handle: Runtime | Load, id: string): Promise<Grant | undefined> {
  const row = await reading(handle)
    .selectFrom('accounts.grant')
    .select(['id', 'subject_id as subjectId'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row && { ...row, isProven: true };
}
