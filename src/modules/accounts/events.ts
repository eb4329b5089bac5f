import { event } from '#src/kernel/event.ts';

/** The e-mail address or telephone number it was asked for with. */
export const signInLinkAsked = event<{ channel: 'email' | 'sms'; address: string }>(
  'accounts.signInLinkAsked',
);

/** Somebody speaks or works for an organisation from now on. */
export const seatTaken = event<{ personId: string; organisationId: string }>('accounts.seatTaken');
