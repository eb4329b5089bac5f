import type { Language } from '#src/kernel/local-text.ts';
import { NotAllowed, Refused } from '#src/kernel/outcome.ts';
import type { TextKey } from '#src/kernel/text.ts';
import {
  findAddress,
  type Reach,
  saveAddress,
  saveLanguage,
  savePreferred,
} from '#src/modules/messaging/index.ts';
import type { Work } from '#src/platform/db/handles.ts';
import { operation } from '#src/platform/db/operation.ts';
import { announce } from '#src/platform/jobs/jobs.ts';
import { mayUseSecret } from '../access.ts';
import { askToConfirmEmail } from '../account/email.operations.ts';
import { seatTaken } from '../events.ts';
import { changePerson, findPerson, savePerson, saveSignInOf } from '../people/person.queries.ts';
import { saveSeat } from '../seats/seat.queries.ts';
import { type Caller, type Refusal, type SignedIn, signUp } from '../sign-in/flows.queries.ts';
import { emailWithout, findSignInOf, saveProven } from '../sign-in/sign-in.queries.ts';
import { lockInvitationBySecret, saveAccepted } from './invitation.queries.ts';
import { checkUsable, type Invitation } from './invitation.ts';

type Accept = {
  readonly secret: string;
  readonly name: string;
  readonly email?: string | undefined;
  readonly password: string;
  readonly language: Language;
  readonly caller: Caller;
};

/** A person, a sign-in, a role and the first session, all or nothing. */
export const acceptInvitation = operation({
  name: 'accounts.acceptInvitation',
  load: (load, input: Accept) => lockInvitationBySecret(load, input.secret),
  allow: mayUseSecret,
  async run(work, invitation, { name, email: typed, password, language, caller }): Promise<SignedIn> {
    checkUsable(invitation, work.now);
    const { channel, address } = invitation;
    const personId = await personFor(work, invitation, { name, language });
    const email = emailFor(personId, invitation, typed);
    const signedIn = await signUp(work, caller, { email, password, name });
    if (typeof signedIn === 'string') throw new Refused(reasons[signedIn]);
    await saveSignInOf(work, personId, signedIn.signInId);
    const { signInId } = signedIn;
    if (channel && address) {
      await joinBy(work, { channel, address }, { personId, language });
      await saveProven(work, signInId);
    } else await askToConfirmEmail(work, { signInId, email, language });
    await takeSeat(work, invitation, personId);
    return signedIn;
  },
});

/** For somebody who has an account already: the role comes to it. */
export const acceptAsSignedIn = operation({
  name: 'accounts.acceptAsSignedIn',
  load: (load, input: { secret: string }) => lockInvitationBySecret(load, input.secret),
  allow: mayUseSecret,
  async run(work, invitation) {
    if (work.actor.kind !== 'person') throw new NotAllowed();
    checkUsable(invitation, work.now);
    await takeSeat(work, invitation, work.actor.personId);
  },
});

const reasons: Readonly<Record<Refusal, TextKey>> = {
  taken: 'account-invitation.email.taken',
  tooShort: 'sign-in.password.too-short',
  tooLong: 'sign-in.password.too-long',
  notAnEmail: 'address.email.wrong',
  wrong: 'sign-in.wrong',
  usedUp: 'account-invitation.used',
};

/** The address the link was sent to signs in: whoever holds the link reads what comes there. */
function emailFor(personId: string, { channel, address }: Invitation, typed: string | undefined): string {
  if (channel === 'sms') return emailWithout(personId);
  const email = address ?? typed;
  if (!email) throw new Refused('account-invitation.email.required');
  return email;
}

type Words = { readonly name: string; readonly language: Language };

/** Somebody we wrote down before, who now gets a sign-in, stays the same person. */
async function personFor(work: Work, { channel, address }: Invitation, words: Words): Promise<string> {
  const { language } = words;
  const name = { [language]: words.name };
  const known = channel && address ? await findAddress(work, { channel, address }) : undefined;
  if (!known?.personId) return savePerson(work, { name, language });
  if (await findSignInOf(work, known.personId)) throw new Refused('account-invitation.has-account');
  const person = await findPerson(work, known.personId);
  await changePerson(work, { id: known.personId, name: { ...person?.name, ...name }, language });
  return known.personId;
}

type Joining = { readonly personId: string; readonly language: Language };

/** Whoever holds the link can read what comes to the address it was sent to: that is where messages go from now on. */
async function joinBy(work: Work, reach: Reach, { personId, language }: Joining): Promise<void> {
  const { addressId } = await saveAddress(work, { ...reach, language, personId });
  await savePreferred(work, personId, addressId);
  await saveLanguage(work, personId, language);
}

async function takeSeat(
  work: Work,
  { id, role, organisationId }: Invitation,
  personId: string,
): Promise<void> {
  if (role !== 'account') await saveSeat(work, { personId, organisationId, role });
  await saveAccepted(work, id, personId);
  if (organisationId) await announce(work, seatTaken({ personId, organisationId }));
}
