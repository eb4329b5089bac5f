import { isSystem } from '#src/kernel/actor.ts';
import { Refused } from '#src/kernel/outcome.ts';
import { findAddress, queueText, type Reach, saveAddress } from '#src/modules/messaging/index.ts';
import { operation } from '#src/platform/db/operation.ts';
import { announce } from '#src/platform/jobs/jobs.ts';
import { mayUseSecret } from '../access.ts';
import { signInLinkAsked } from '../events.ts';
import { findPerson } from '../people/person.queries.ts';
import { type Caller, checkPassword, newSignInLink, redeemLink, type SignedIn } from './flows.queries.ts';
import { findSignIn } from './sign-in.queries.ts';

type SignIn = { readonly reach: Reach; readonly password: string; readonly caller: Caller };

/** Nobody: who is not known has no sign-in, and is refused like somebody who mistyped. */
const nobody = { id: '00000000-0000-0000-0000-000000000000', email: 'nobody@phone.invalid' };

/** Undefined when the two do not belong together; that leaves an audit row too (ASVS 16.3.1). */
export const signIn = operation({
  name: 'accounts.signIn',
  load: async (load, { reach }: SignIn) => (await findSignIn(load, reach)) ?? nobody,
  allow: mayUseSecret,
  async run(work, { email }, { password, caller }): Promise<SignedIn | undefined> {
    const answer = await checkPassword(work, caller, { email, password });
    if (typeof answer === 'object') return answer;
    await noteRefusal(work, work.actor, { email });
    return undefined;
  },
});

/** The same audit row for everybody who was refused: it does not say whose account was tried, or whether there is one. */
const noteRefusal = operation({
  name: 'accounts.signInRefused',
  load: async (_load, _input: { email: string }) => ({ id: nobody.id }),
  allow: mayUseSecret,
  run: async () => {},
});

/** Asks for a link. Whether anybody has an account there is found out later, so the answer cannot tell. */
export const askForSignInLink = operation({
  name: 'accounts.askForSignInLink',
  load: async (load, _input: { reach: Reach }) => ({ id: load.newId() }),
  allow: mayUseSecret,
  run: (work, _subject, { reach }) => announce(work, signInLinkAsked(reach)),
});

/** Sends the link to whoever has a sign-in there, and to nobody else. */
export const sendSignInLink = operation({
  name: 'accounts.sendSignInLink',
  load: (load, reach: Reach) => findSignIn(load, reach),
  allow: isSystem,
  async run(work, { email, isProven, personId }, reach) {
    // An e-mail that was only typed could be a stranger's: a link to it would hand the account over.
    if (!isProven) return;
    const person = await findPerson(work, personId);
    const known = await findAddress(work, reach);
    if (!person || known?.personId !== personId) return;
    const secret = await newSignInLink(work, email);
    const to = await saveAddress(work, { ...reach, language: person.language });
    const link = `${work.baseUrl}/${to.language}/sign-in/link?code=${secret}`;
    await queueText(work, to, {
      about: 'accounts.signInLink',
      subject: 'sign-in.link.subject',
      text: 'sign-in.link.message',
      values: { link },
    });
  },
});

type Redeem = { readonly secret: string; readonly caller: Caller };

/** Once, within ten minutes. */
export const signInByLink = operation({
  name: 'accounts.signInByLink',
  load: async (load, _input: Redeem) => ({ id: load.newId() }),
  allow: mayUseSecret,
  async run(work, _subject, { secret, caller }): Promise<SignedIn> {
    const answer = await redeemLink(work, caller, secret);
    if (typeof answer === 'object') return answer;
    throw new Refused('sign-in.link.used');
  },
});
