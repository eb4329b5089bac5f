import { type Actor, isCoordinator, isSystem } from '#src/kernel/actor.ts';

/** What the network says of itself: names, story, aims, activities, figures, supporters, hosts. */
export const mayEditNetwork = (actor: Actor): boolean => isCoordinator(actor) || isSystem(actor);

export const mayWriteNews = (actor: Actor): boolean => isCoordinator(actor) || isSystem(actor);

/** Writing to the network is for everybody, with or without a name here. */
export const mayContact = (): boolean => true;

export const mayReadContactMessages = (actor: Actor): boolean => isCoordinator(actor);
