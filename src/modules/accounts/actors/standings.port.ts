import type { Standing } from '#src/kernel/audience.ts';
import type { Load, Runtime } from '#src/platform/db/handles.ts';

/** A seat counts for what its organisation is in the network today; organisations knows (see composition.ts). */
export type StandingsOf = (
  handle: Runtime | Load,
  organisationIds: readonly string[],
) => Promise<ReadonlyMap<string, Standing>>;
