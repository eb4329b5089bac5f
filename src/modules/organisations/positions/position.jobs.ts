import { seatTaken } from '#src/modules/accounts/index.ts';
import { jobAfter } from '#src/platform/jobs/jobs.ts';
import { listNewColleague } from './position.operations.ts';

/** Whoever joins an organisation on this site stands in the list of its people. */
export const listNewColleagueJob = jobAfter(seatTaken, 'organisations.listNewColleague', listNewColleague);
