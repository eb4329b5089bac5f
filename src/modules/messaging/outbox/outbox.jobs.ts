import { setTimeout } from 'node:timers/promises';
import type { Actor } from '#src/kernel/actor.ts';
import type { Runtime } from '#src/platform/db/handles.ts';
import { jobAfter, jobAt } from '#src/platform/jobs/jobs.ts';
import type { Attempt, AttemptResult, Channel } from '../channels/channel.port.ts';
import { messageQueued } from '../events.ts';
import { claimMessage, recordAttempt } from './outbox.operations.ts';
import { listOverdue } from './outbox.queries.ts';

const sendTimeoutMilliseconds = 30_000;

export const deliverJob = (channels: readonly Channel[]) =>
  jobAfter(messageQueued, 'messaging.deliver', (runtime, actor, { messageId }) =>
    deliver(runtime, actor, { messageId, channels }),
  );

/** Every minute: what a dead worker left behind. */
export const sweepJob = (channels: readonly Channel[]) =>
  jobAt('* * * * *', 'messaging.sweep', async (runtime, actor) => {
    const overdueSince = new Date(runtime.now().getTime() - 60_000);
    for (const { id } of await listOverdue(runtime, overdueSince))
      await deliver(runtime, actor, { messageId: id, channels });
  });

type Delivery = { readonly messageId: string; readonly channels: readonly Channel[] };

/** Claim, send, record: the sending stands outside any transaction, because it cannot be undone. */
async function deliver(runtime: Runtime, actor: Actor, { messageId, channels }: Delivery): Promise<void> {
  const message = await claimMessage(runtime, actor, { messageId });
  if (!message) return;
  const channel = channels.find(({ carries }) => carries.includes(message.channel));
  const result = channel
    ? await send(channel, { messageId, ...message })
    : ({ state: 'failed', problem: 'no channel carries it', isPassing: false } as const);
  const { attempt } = message;
  await recordAttempt(runtime, actor, { messageId, attempt, result, random: Math.random() });
}

/** An adapter that throws did not send; one that does not come back may have. */
async function send(channel: Channel, message: Attempt): Promise<AttemptResult> {
  const waiting = new AbortController();
  const tooLong = setTimeout(sendTimeoutMilliseconds, undefined, { signal: waiting.signal }).then(
    (): AttemptResult => ({ state: 'unknown', problem: 'no answer in time' }),
    (): AttemptResult => ({ state: 'unknown', problem: 'stopped' }),
  );
  const sent = Promise.resolve()
    .then(() => channel.send(message))
    .catch((problem): AttemptResult => ({ state: 'failed', problem: String(problem), isPassing: true }));
  const result = await Promise.race([sent, tooLong]);
  waiting.abort();
  return result;
}
