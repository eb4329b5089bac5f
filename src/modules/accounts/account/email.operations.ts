import type { Language } from '#src/kernel/local-text.ts';
import { Refused } from '#src/kernel/outcome.ts';
import { findAddress, handOver, queueText, saveAddress, saveLanguage } from '#src/modules/messaging/index.ts';
import type { Work } from '#src/platform/db/handles.ts';
import { operation } from '#src/platform/db/operation.ts';
import { mayChangePerson } from '../access.ts';
import { findSignInOf, saveProven } from '../sign-in/sign-in.queries.ts';
import { lockSignIn } from './email.queries.ts';

const purpose = 'confirm e-mail';
const validMilliseconds = 7 * 24 * 60 * 60 * 1000;

type Unproven = { readonly signInId: string; readonly email: string; readonly language: Language };

/** Joins the caller's operation: a typed e-mail address could be a stranger's, so whoever reads it is asked. */
export async function askToConfirmEmail(work: Work, { signInId, email, language }: Unproven): Promise<void> {
  const expires = String(work.now.getTime() + validMilliseconds);
  const signature = work.keys.sign(purpose, `${signInId} ${email} ${expires}`);
  const to = await saveAddress(work, { channel: 'email', address: email, language });
  await queueText(
    work,
    { ...to, language },
    {
      about: 'accounts.confirmEmail',
      subject: 'account.email.subject',
      text: 'account.email.message',
      values: { link: `${work.baseUrl}/${language}/account/email?code=${signInId}.${expires}.${signature}` },
    },
  );
}

export type Confirmation = {
  readonly signInId: string;
  readonly expires: string;
  readonly signature: string;
};

export function readConfirmation(code: string | undefined): Confirmation | undefined {
  const [, signInId, expires, signature] = /^([0-9a-f-]{36})\.(\d{13})\.([\w-]{43})$/.exec(code ?? '') ?? [];
  return signInId && expires && signature ? { signInId, expires, signature } : undefined;
}

/**
 * The address is theirs: from now on links to sign in may go there. Only whoever typed it confirms it, signed in: a
 * stranger may have typed it, with a password of their own, and its real reader must not make that account good.
 */
export const confirmEmail = operation({
  name: 'accounts.confirmEmail',
  load: (load, input: Confirmation) => lockSignIn(load, input.signInId),
  allow: (actor, { personId }) => mayChangePerson(actor, { id: personId }),
  async run(work, { id, email, personId, language }, { expires, signature }) {
    const isGood = work.keys.isSigned(purpose, `${id} ${email} ${expires}`, signature);
    if (!isGood || work.now.getTime() > Number(expires)) throw new Refused('sign-in.link.used');
    const known = await findAddress(work, { channel: 'email', address: email });
    if (known?.personId && known.personId !== personId) {
      // Whoever looks after an organisation may have written it down for somebody; reading it counts for more.
      if (await findSignInOf(work, known.personId)) throw new Refused('position.reach.taken');
      await handOver(work, known.addressId, personId);
    }
    await saveAddress(work, { channel: 'email', address: email, language, personId });
    await saveLanguage(work, personId, language);
    await saveProven(work, id);
  },
});
