/** An organisation's place in the network. */
export const standings = ['founding', 'partner', 'member', 'supporter'] as const;
export type Standing = (typeof standings)[number];

/** For whom something is, widest first. */
export const audiences = ['public', 'accounts', 'members', 'partners'] as const;
export type Audience = (typeof audiences)[number];

export const memberStandings: readonly Standing[] = ['founding', 'partner', 'member'];
export const partnerStandings: readonly Standing[] = ['founding', 'partner'];

/** True when everybody in `inner` is in `outer` too. */
export const isWithin = (inner: Audience, outer: Audience): boolean =>
  audiences.indexOf(inner) >= audiences.indexOf(outer);
