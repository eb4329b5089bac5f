import { event } from '#src/kernel/event.ts';
import type { Reach } from '#src/modules/messaging/index.ts';

export const signInLinkAsked = event<Reach>('accounts.signInLinkAsked');

/** Somebody speaks or works for an organisation from now on. */
export const seatTaken = event<{ personId: string; organisationId: string }>('accounts.seatTaken');
