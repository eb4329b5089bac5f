import { isSystem } from '#src/kernel/actor.ts';
import { operation } from '#src/platform/db/operation.ts';
import { mayUseSecret } from '../access.ts';
import { deleteSession, lockSession, saveRenewed } from './session.queries.ts';

/** A session in use goes on; one that nobody uses for thirty days ends. */
export const renewSession = operation({
  name: 'accounts.renewSession',
  load: (load, { id }: { id: string }) => lockSession(load, id),
  allow: isSystem,
  run: (work, { id }) => saveRenewed(work, id),
});

/** The cookie opens nothing any more, wherever it was copied to. Pressed twice, it has the same end. */
export const signOut = operation({
  name: 'accounts.signOut',
  load: async (_load, { id }: { id: string }) => ({ id }),
  allow: mayUseSecret,
  run: (work, { id }) => deleteSession(work, id),
});

/** Where somebody signed in from is not kept longer than the sign-in is good for. */
export const forgetSession = operation({
  name: 'accounts.forgetSession',
  load: (load, { id }: { id: string }) => lockSession(load, id),
  allow: isSystem,
  run: (work, { id }) => deleteSession(work, id),
});
