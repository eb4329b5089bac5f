import { Refused } from '#src/kernel/outcome.ts';
import { operation } from '#src/platform/db/operation.ts';
import { mayManageRoles } from '../access.ts';
import { lockPerson } from '../people/person.queries.ts';
import { endSeat, lockCoordinatorIds } from './seat.queries.ts';

type End = { readonly personId: string; readonly organisationId: string | null };

/** A role ends at once; the last coordinator keeps theirs. */
export const endRole = operation({
  name: 'accounts.endRole',
  load: (load, { personId }: End) => lockPerson(load, personId),
  allow: mayManageRoles,
  async run(work, { id }, { organisationId }) {
    if (organisationId === null) {
      const coordinators = await lockCoordinatorIds(work);
      const isLast = coordinators.length <= 1 && coordinators.includes(id);
      if (isLast) throw new Refused('people.last-coordinator');
    }
    await endSeat(work, { personId: id, organisationId });
  },
});
