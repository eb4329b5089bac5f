import { isSystem } from '#src/kernel/actor.ts';
import type { Language, LocalText } from '#src/kernel/local-text.ts';
import { found, Refused } from '#src/kernel/outcome.ts';
import { changePerson, endSeat, savePerson } from '#src/modules/accounts/index.ts';
import { type Reach, saveAddress, saveLanguage, savePreferred } from '#src/modules/messaging/index.ts';
import type { Work } from '#src/platform/db/handles.ts';
import { operation } from '#src/platform/db/operation.ts';
import { mayEditOrganisation } from '../access.ts';
import { lockOrganisation } from '../organisations/organisation.queries.ts';
import { deletePosition, findPosition, saveFirstPosition, savePosition } from './position.queries.ts';

type Details = {
  readonly name: LocalText;
  readonly title?: LocalText | undefined;
  readonly language: Language;
  /** Private: where messages to this person go. */
  readonly reach?: Reach | undefined;
  readonly isPublic: boolean;
  readonly publicEmail?: string | undefined;
  readonly publicPhone?: string | undefined;
};

type Add = Details & { readonly organisationId: string };

/** Somebody of an organisation, who may well have no sign-in. */
export const addPosition = operation({
  name: 'organisations.addPosition',
  load: (load, input: Add) => lockOrganisation(load, input.organisationId),
  allow: mayEditOrganisation,
  async run(work, { id }, { name, language, reach, ...shown }) {
    const personId = await savePerson(work, { name, language });
    await saveReach(work, { reach, language, personId });
    return savePosition(work, { organisationId: id, personId }, shown);
  },
});

type Change = Details & { readonly organisationId: string; readonly positionId: string };

export const changePosition = operation({
  name: 'organisations.changePosition',
  load: (load, input: Change) => lockOrganisation(load, input.organisationId),
  allow: mayEditOrganisation,
  async run(work, { id }, { positionId, name, language, reach, ...shown }) {
    const known = { id: positionId, organisationId: id };
    const { personId, hasSignIn } = found(await findPosition(work, work.actor, known));
    // Whoever can sign in says themselves what they are called and how they are reached.
    if (!hasSignIn) {
      await changePerson(work, { id: personId, name, language });
      await saveReach(work, { reach, language, personId });
      await saveLanguage(work, personId, language);
    }
    await savePosition(work, { organisationId: id, personId }, shown);
  },
});

type NewColleague = { readonly personId: string; readonly organisationId: string };

/** Somebody joined the organisation on this site: listed, but not shown until they agree. */
export const listNewColleague = operation({
  name: 'organisations.listNewColleague',
  load: (load, input: NewColleague) => lockOrganisation(load, input.organisationId),
  allow: isSystem,
  run: (work, { id }, { personId }) => saveFirstPosition(work, id, personId),
});

type Remove = { readonly organisationId: string; readonly positionId: string };

/** They work here no longer: out of the list, and no longer speaking for the organisation. */
export const removePosition = operation({
  name: 'organisations.removePosition',
  load: (load, input: Remove) => lockOrganisation(load, input.organisationId),
  allow: mayEditOrganisation,
  async run(work, { id }, { positionId }) {
    const known = { id: positionId, organisationId: id };
    const { personId } = found(await findPosition(work, work.actor, known));
    await endSeat(work, { personId, organisationId: id });
    await deletePosition(work, positionId);
  },
});

type PersonReach = {
  readonly reach: Reach | undefined;
  readonly language: Language;
  readonly personId: string;
};

/** Messages go there from now on: whoever writes down another number does so because the one before is out of date. */
async function saveReach(work: Work, { reach, language, personId }: PersonReach): Promise<void> {
  if (!reach) return;
  const saved = await saveAddress(work, { ...reach, language, personId });
  if (saved.personId !== personId) throw new Refused('position.reach.taken');
  await savePreferred(work, personId, saved.addressId);
}
