import type { LocalText } from '#src/kernel/local-text.ts';
import { Refused } from '#src/kernel/outcome.ts';

/** Which organisation ran the network, and when. Days as 2026-11-22; `until` is the first day after. */
export type HostTerm = {
  readonly id: string;
  readonly organisationId: string;
  readonly name: LocalText;
  readonly slug: string;
  readonly since: string;
  readonly until: string | null;
};

/** Hosts follow each other, and nobody follows themselves. */
export function checkNextHost(
  terms: readonly HostTerm[],
  { organisationId, since }: Pick<HostTerm, 'organisationId' | 'since'>,
): void {
  const last = terms.at(-1);
  if (last?.organisationId === organisationId) throw new Refused('host.organisation.same');
  if (last && since <= last.since) throw new Refused('host.since.too-early');
}

/** A term is past, is the one of this day, or comes later. */
export function phaseOf({ since, until }: Pick<HostTerm, 'since' | 'until'>, day: string): Phase {
  if (since > day) return 'next';
  return until !== null && until <= day ? 'past' : 'now';
}

type Phase = 'past' | 'now' | 'next';
