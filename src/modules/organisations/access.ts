import { type Actor, isCoordinator, isRepresentative, isSystem } from '#src/kernel/actor.ts';

type Subject = { readonly id: string };

export const mayAddOrganisation = (actor: Actor): boolean => isCoordinator(actor) || isSystem(actor);

export const mayEditOrganisation = (actor: Actor, { id }: Subject): boolean =>
  isCoordinator(actor) || isRepresentative(actor, id) || isSystem(actor);

/** Where an organisation stands in the network is the network's word, not its own. */
export const maySetStanding = (actor: Actor): boolean => isCoordinator(actor) || isSystem(actor);

export const mayArchiveOrganisation = (actor: Actor): boolean => isCoordinator(actor);

/** Names of people who did not agree to be shown: for the network's own people, who work together. */
export const mayKnowPeople = (actor: Actor): boolean =>
  isCoordinator(actor) || isSystem(actor) || (actor.kind === 'person' && actor.seats.length > 0);
