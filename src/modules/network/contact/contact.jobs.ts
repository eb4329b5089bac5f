import { listCoordinators } from '#src/modules/accounts/index.ts';
import { sendText } from '#src/modules/messaging/index.ts';
import { jobAfter } from '#src/platform/jobs/jobs.ts';
import { contactMessageReceived } from '../events.ts';
import { findContactName } from './contact.queries.ts';

/** Every coordinator hears of it where they like to be reached; run twice, they hear of it once. */
export const tellCoordinatorsJob = jobAfter(
  contactMessageReceived,
  'network.tellCoordinators',
  async (runtime, actor, { contactMessageId }) => {
    const name = await findContactName(runtime, contactMessageId);
    if (name === undefined) return;
    for (const { personId, language } of await listCoordinators(runtime, actor))
      await sendText(runtime, actor, {
        personId,
        about: 'network.contact',
        text: 'contact.notify',
        values: { name, link: `${runtime.baseUrl}/${language}/coordinate/messages` },
        dedupeKey: `contact ${contactMessageId} ${personId}`,
      });
  },
);
