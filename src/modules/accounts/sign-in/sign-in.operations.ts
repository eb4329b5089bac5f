import { isSystem } from '#src/kernel/actor.ts';
import { findAddress, queueText, type Reach, saveAddress } from '#src/modules/messaging/index.ts';
import type { Work } from '#src/platform/db/handles.ts';
import { operation } from '#src/platform/db/operation.ts';
import { announce } from '#src/platform/jobs/jobs.ts';
import { mayUseSecret } from '../access.ts';
import { signInLinkAsked } from '../events.ts';
import { findPerson } from '../people/person.queries.ts';
import {
  type Caller,
  checkPassword,
  newSignInLink,
  type Refusal,
  redeemLink,
  type SignedIn,
} from './flows.queries.ts';
import { deleteSession } from './session.queries.ts';
import { findSignIn, hasJoinedBy } from './sign-in.queries.ts';

type Browser = {
  readonly caller: Caller;
  /** The session it had until now: whoever signs in starts anew (ASVS 7.2.4). */
  readonly sessionId: string | undefined;
};

type SignIn = Browser & { readonly reach: Reach; readonly password: string };

/** Nobody: who is not known has no sign-in, and is refused like somebody who mistyped. */
const nobody = 'nobody@phone.invalid';

/** Undefined when the two do not belong together; that leaves an audit row too (ASVS 16.3.1). */
export const signIn = operation({
  name: 'accounts.trySignIn',
  load: async (load, { reach }: SignIn) => {
    const known = await findSignIn(load, reach);
    return { id: load.newId(), email: known?.email ?? nobody };
  },
  allow: mayUseSecret,
  async run(work, { id, email }, { password, ...browser }): Promise<SignedIn | undefined> {
    const answer = await checkPassword(work, browser.caller, { email, password });
    return outcomeOf(work, { ...browser, answer, tryId: id });
  },
});

type Tried = Browser & { readonly answer: SignedIn | Refusal; readonly tryId: string };

async function outcomeOf(work: Work, { answer, tryId, sessionId }: Tried): Promise<SignedIn | undefined> {
  if (typeof answer === 'string') {
    await noteRefusal(work, work.actor, { id: tryId });
    return undefined;
  }
  await noteSignIn(work, work.actor, { id: answer.signInId, sessionId });
  return answer;
}

const noteSignIn = operation({
  name: 'accounts.signIn',
  load: async (_load, { id }: { id: string; sessionId: string | undefined }) => ({ id }),
  allow: mayUseSecret,
  async run(work, _subject, { sessionId }) {
    if (sessionId) await deleteSession(work, sessionId);
  },
});

/** The same audit row for everybody who was refused: it does not say whose account was tried, or whether there is one. */
const noteRefusal = operation({
  name: 'accounts.signInRefused',
  load: async (_load, { id }: { id: string }) => ({ id }),
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
    // An address that was only typed could be a stranger's: a link to it would hand the account over.
    if (!isProven || (reach.channel === 'sms' && !(await hasJoinedBy(work, personId, reach)))) return;
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

type Redeem = Browser & { readonly secret: string };

/** Once, within ten minutes; undefined after that, and the try is written down. */
export const signInByLink = operation({
  name: 'accounts.trySignInByLink',
  load: async (load, _input: Redeem) => ({ id: load.newId() }),
  allow: mayUseSecret,
  async run(work, { id }, { secret, ...browser }): Promise<SignedIn | undefined> {
    const answer = await redeemLink(work, browser.caller, secret);
    return outcomeOf(work, { ...browser, answer, tryId: id });
  },
});
