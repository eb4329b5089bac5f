import { NotFound } from '#src/kernel/outcome.ts';
import { jobAfter } from '#src/platform/jobs/jobs.ts';
import { signInLinkAsked } from '../events.ts';
import { sendSignInLink } from './sign-in.operations.ts';

export const sendSignInLinkJob = jobAfter(
  signInLinkAsked,
  'accounts.sendSignInLink',
  async (runtime, actor, reach) => {
    try {
      await sendSignInLink(runtime, actor, reach);
    } catch (problem) {
      // Nobody has a sign-in there: that is how most guesses end.
      if (!(problem instanceof NotFound)) throw problem;
    }
  },
);
