import type { LocalText } from '#src/kernel/local-text.ts';
import { Refused } from '#src/kernel/outcome.ts';

/** Which organisation ran the network, and when; days as 2026-11-22. */
export type HostTerm = {
  readonly id: string;
  readonly organisationId: string;
  readonly name: LocalText;
  readonly slug: string;
  readonly since: string;
  readonly until: string | null;
};

/** Hosts follow each other. */
export function checkNextHost(terms: readonly HostTerm[], since: string): void {
  const last = terms.at(-1);
  if (last && since <= last.since) throw new Refused('host.since.too-early');
}
