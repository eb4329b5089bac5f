import { jobAfter, jobAt } from '#src/platform/jobs/jobs.ts';
import { signInLinkAsked } from '../events.ts';
import { forgetSession } from './session.operations.ts';
import { listEndedSessions } from './session.queries.ts';
import { sendSignInLink } from './sign-in.operations.ts';

export const sendSignInLinkJob = jobAfter(signInLinkAsked, 'accounts.sendSignInLink', sendSignInLink);

/** Every hour: what sign-ins that have ended leave behind. */
export const forgetSessionsJob = jobAt('37 * * * *', 'accounts.forgetSessions', async (runtime, actor) => {
  for (const id of await listEndedSessions(runtime, 500)) await forgetSession(runtime, actor, { id });
});
