import type { Actor } from './actor.ts';

/** An organisation's place in the network. */
export const standings = ['founding', 'partner', 'member', 'supporter'] as const;
export type Standing = (typeof standings)[number];

/** For whom something is, widest first. */
export const audiences = ['public', 'accounts', 'members', 'partners'] as const;
export type Audience = (typeof audiences)[number];

export const memberStandings: readonly Standing[] = ['founding', 'partner', 'member'];
export const partnerStandings: readonly Standing[] = ['founding', 'partner'];

/** The audiences an actor belongs to. A supporter gives, it does not take part: it counts as an account. */
export function audiencesOf(actor: Actor): readonly Audience[] {
  if (actor.kind === 'system') return audiences;
  if (actor.kind !== 'person') return ['public'];
  if (actor.coordinator) return audiences;
  const has = (wanted: readonly Standing[]) =>
    actor.seats.some(({ standing }) => standing !== undefined && wanted.includes(standing));
  return [
    'public',
    ...(actor.accountId ? (['accounts'] as const) : []),
    ...(has(memberStandings) ? (['members'] as const) : []),
    ...(has(partnerStandings) ? (['partners'] as const) : []),
  ];
}

/** True when everybody in `inner` is in `outer` too. */
export const isWithin = (inner: Audience, outer: Audience): boolean =>
  audiences.indexOf(inner) >= audiences.indexOf(outer);
