import type { Standing } from '#src/kernel/audience.ts';
import { NotFound } from '#src/kernel/outcome.ts';
import { operation } from '#src/platform/db/operation.ts';
import { maySetStanding } from '../access.ts';
import { lockOrganisation } from '../organisations/organisation.queries.ts';
import { deleteMembership, listMemberships, saveEnd, saveMembership } from './membership.queries.ts';
import { checkEnd, checkFollows } from './membership.ts';

type Begin = { readonly organisationId: string; readonly standing: Standing; readonly since: string };

/** A new standing begins; the one before it ends on the same day and stays in the history. */
export const beginMembership = operation({
  name: 'organisations.beginMembership',
  load: (load, input: Begin) => lockOrganisation(load, input.organisationId),
  allow: maySetStanding,
  async run(work, { id }, { standing, since }) {
    checkFollows(await listMemberships(work, id), since);
    await saveMembership(work, { organisationId: id, standing, since });
  },
});

type End = { readonly organisationId: string; readonly until: string };

/** The organisation leaves the network on that day. */
export const endMembership = operation({
  name: 'organisations.endMembership',
  load: (load, input: End) => lockOrganisation(load, input.organisationId),
  allow: maySetStanding,
  async run(work, { id }, { until }) {
    const current = (await listMemberships(work, id)).find((membership) => membership.until === null);
    if (!current) throw new NotFound();
    checkEnd(current, until);
    await saveEnd(work, current.id, until);
  },
});

type Undo = { readonly organisationId: string; readonly membershipId: string };

/** Takes back the last standing, as if it had not been written down. */
export const undoMembership = operation({
  name: 'organisations.undoMembership',
  load: (load, input: Undo) => lockOrganisation(load, input.organisationId),
  allow: maySetStanding,
  async run(work, { id }, { membershipId }) {
    const [last, before] = (await listMemberships(work, id)).toReversed();
    if (last?.id !== membershipId) throw new NotFound();
    const goesOn = before && before.until === last.since ? before.id : undefined;
    await deleteMembership(work, { id: membershipId, before: goesOn });
  },
});
