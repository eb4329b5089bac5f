import { jobAfter } from '#src/platform/jobs/jobs.ts';
import { occurrenceMoved } from '../events.ts';
import { tellEverybody } from '../invitations/telling.operations.ts';
import { sentenceFor } from './news.ts';

export const tellMovedJob = jobAfter(
  occurrenceMoved,
  'meetings.tellMoved',
  (runtime, actor, { occurrenceId, sequence, news }) =>
    tellEverybody(runtime, actor, {
      occurrenceId,
      about: 'meetings.change',
      text: (occurrence) => sentenceFor(news, occurrence),
      dedupeKey: `moved ${occurrenceId} ${sequence}`,
    }),
);
