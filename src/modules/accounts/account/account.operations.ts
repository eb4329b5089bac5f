import type { Language, LocalText } from '#src/kernel/local-text.ts';
import { NotFound, Refused } from '#src/kernel/outcome.ts';
import { listAddresses, saveLanguage, savePreferred } from '#src/modules/messaging/index.ts';
import { operation } from '#src/platform/db/operation.ts';
import { mayChangePerson } from '../access.ts';
import { changePerson, lockPerson } from '../people/person.queries.ts';
import { isPasswordOf, savePassword } from '../sign-in/sign-in.queries.ts';

type Details = { readonly id: string; readonly name: LocalText; readonly language: Language };

/** What I am called, and what I read messages in. */
export const changeOwnDetails = operation({
  name: 'accounts.changeOwnDetails',
  load: (load, { id }: Details) => lockPerson(load, id),
  allow: mayChangePerson,
  async run(work, { id }, { name, language }) {
    await changePerson(work, { id, name, language });
    await saveLanguage(work, id, language);
  },
});

type Prefer = { readonly id: string; readonly addressId: string };

/** Where messages to me go from now on. */
export const preferAddress = operation({
  name: 'accounts.preferAddress',
  load: (load, { id }: Prefer) => lockPerson(load, id),
  allow: mayChangePerson,
  async run(work, { id }, { addressId }) {
    const own = await listAddresses(work, work.actor, id);
    if (!own.some((address) => address.addressId === addressId)) throw new NotFound();
    await savePreferred(work, id, addressId);
  },
});

type NewPassword = {
  readonly id: string;
  readonly current: string;
  readonly password: string;
  readonly sessionId: string;
};

/** Asks for the old one, and ends every other session. */
export const changePassword = operation({
  name: 'accounts.changePassword',
  load: (load, { id }: NewPassword) => lockPerson(load, id),
  allow: mayChangePerson,
  async run(work, { signInId }, { current, password, sessionId }) {
    if (!signInId) throw new NotFound();
    if (!(await isPasswordOf(work, signInId, current))) throw new Refused('account.password.wrong');
    await savePassword(work, signInId, password, sessionId);
  },
});
