import { jobAfter } from '#src/platform/jobs/jobs.ts';
import { cancellationUndone, occurrenceCancelled } from '../events.ts';
import { tellEverybody } from '../invitations/telling.operations.ts';

export const tellCancelledJob = jobAfter(
  occurrenceCancelled,
  'meetings.tellCancelled',
  (runtime, actor, { occurrenceId, sequence }) =>
    tellEverybody(runtime, actor, {
      occurrenceId,
      about: 'meetings.cancellation',
      text: ({ isCancelled }) => (isCancelled ? 'cancellation.told' : undefined),
      dedupeKey: `cancelled ${occurrenceId} ${sequence}`,
    }),
);

export const tellUndoneJob = jobAfter(
  cancellationUndone,
  'meetings.tellUndone',
  (runtime, actor, { occurrenceId, sequence }) =>
    tellEverybody(runtime, actor, {
      occurrenceId,
      about: 'meetings.cancellation',
      text: ({ isCancelled }) => (isCancelled ? undefined : 'cancellation.told-undone'),
      dedupeKey: `undone ${occurrenceId} ${sequence}`,
    }),
);
