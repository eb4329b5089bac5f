import { type Actor, isCoordinator, isSystem } from '#src/kernel/actor.ts';

/** What could not be sent: what it was about, not what it said. */
export const mayReadMessages = (actor: Actor): boolean => isCoordinator(actor);

/** The words themselves, with the links in them: only where channels are simulated, for whoever looks after that. */
export const mayReadConversations = (actor: Actor): boolean => isCoordinator(actor) || isSystem(actor);
