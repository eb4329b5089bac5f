import { jobAt } from '#src/platform/jobs/jobs.ts';
import { listRepeatingIds } from '../series/series.queries.ts';
import { makeOccurrences } from './making.operations.ts';

/** Every night at one in Phnom Penh: one more day of the year ahead. */
export const makeOccurrencesJob = jobAt('0 18 * * *', 'meetings.makeOccurrences', async (runtime, actor) => {
  for (const { id } of await listRepeatingIds(runtime))
    await makeOccurrences(runtime, actor, { seriesId: id });
});
