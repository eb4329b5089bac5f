import { sql } from 'kysely';
import { machinery, type Runtime } from '../db/handles.ts';
import { jobAt } from '../jobs/jobs.ts';

export type Limit = { readonly name: string; readonly max: number; readonly seconds: number };

/** Too many tries; the time is in whole seconds, for Retry-After. */
export class TooMany extends Error {
  override readonly name = 'TooMany';
  readonly retryAfter: number;
  constructor(retryAfter: number) {
    super(`try again in ${retryAfter} s`);
    this.retryAfter = retryAfter;
  }
}

/**
 * Counts one try of `whom` against a limit, and throws TooMany past it. Every process counts in the same rows.
 * It is no `operation`: a try counts even when what was tried is refused. Only a keyed hash of `whom` is kept.
 */
export async function countTry(runtime: Runtime, limit: Limit, whom: string): Promise<void> {
  const key = runtime.keys.sign(`limit ${limit.name}`, whom);
  const now = runtime.now();
  const ends = new Date(now.getTime() + limit.seconds * 1000);
  const { rows } = await sql<{ taken: number; ends: Date }>`
    insert into platform.rate_limit as known (key, taken, window_ends_at) values (${key}, 1, ${ends})
    on conflict (key) do update set
      taken = case when known.window_ends_at <= ${now} then 1 else known.taken + 1 end,
      window_ends_at = case when known.window_ends_at <= ${now} then ${ends} else known.window_ends_at end
    returning taken, window_ends_at as ends`.execute(machinery(runtime));
  const [row] = rows;
  if (row && row.taken > limit.max)
    throw new TooMany(Math.max(1, Math.ceil((row.ends.getTime() - now.getTime()) / 1000)));
}

/** For tries that only count when they fail: one succeeded, so those before it were a human who mistyped. */
export async function forgetTries(runtime: Runtime, limit: Limit, whom: string): Promise<void> {
  const key = runtime.keys.sign(`limit ${limit.name}`, whom);
  await sql`delete from platform.rate_limit where key = ${key}`.execute(machinery(runtime));
}

/** Every hour: what windows that have ended leave behind. */
export const forgetTriesJob = jobAt('23 * * * *', 'platform.forgetTries', async (runtime) => {
  await sql`delete from platform.rate_limit where window_ends_at < ${runtime.now()}`.execute(
    machinery(runtime),
  );
});
