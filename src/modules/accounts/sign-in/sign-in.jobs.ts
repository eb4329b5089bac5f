import { jobAfter } from '#src/platform/jobs/jobs.ts';
import { signInLinkAsked } from '../events.ts';
import { sendSignInLink } from './sign-in.operations.ts';

export const sendSignInLinkJob = jobAfter(signInLinkAsked, 'accounts.sendSignInLink', sendSignInLink);
