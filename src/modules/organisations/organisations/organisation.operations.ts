import { Refused } from '#src/kernel/outcome.ts';
import { operation } from '#src/platform/db/operation.ts';
import { mayAddOrganisation, mayArchiveOrganisation, mayEditOrganisation } from '../access.ts';
import {
  isNameTaken,
  lockOrganisation,
  saveArchived,
  saveNewOrganisation,
  saveOrganisation,
} from './organisation.queries.ts';
import type { Description } from './organisation.ts';

/** Gives the new organisation's id, and its name in addresses. */
export const addOrganisation = operation({
  name: 'organisations.addOrganisation',
  load: async (load, _input: Description) => ({ id: load.newId() }),
  allow: mayAddOrganisation,
  async run(work, { id }, description) {
    if (await isNameTaken(work, description)) throw new Refused('organisation.name.taken');
    // Whoever loses a race for an address is given the next one; whoever loses one for the name is refused.
    const slug =
      (await saveNewOrganisation(work, id, description)) ??
      (await saveNewOrganisation(work, id, description));
    if (!slug) throw new Refused('organisation.name.taken');
    return { id, slug };
  },
});

export const changeOrganisation = operation({
  name: 'organisations.changeOrganisation',
  load: (load, { id }: Description & { id: string }) => lockOrganisation(load, id),
  allow: mayEditOrganisation,
  async run(work, { id }, description) {
    if (await isNameTaken(work, description, id)) throw new Refused('organisation.name.taken');
    if (!(await saveOrganisation(work, id, description))) throw new Refused('organisation.name.taken');
  },
});

type Archive = { readonly id: string; readonly isArchived: boolean };

/** Takes an organisation out of the directory, or back in; nothing of it is lost. */
export const archiveOrganisation = operation({
  name: 'organisations.archiveOrganisation',
  load: (load, { id }: Archive) => lockOrganisation(load, id),
  allow: mayArchiveOrganisation,
  run: (work, { id }, { isArchived }) => saveArchived(work, id, isArchived),
});
