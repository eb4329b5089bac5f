import assert from 'node:assert/strict';
import { it } from 'vitest';
import { system } from '#src/kernel/actor.ts';
import { startTestApp } from '#tests/support/app.ts';
import type { Channel } from '../channels/channel.port.ts';
import { deliverJob } from './outbox.jobs.ts';
import { sendText } from './outbox.operations.ts';

// In a file of its own because it waits for half a minute: while it does, the others run.
it('a message that a channel never answers for is of unknown fate, and is not sent again', async () => {
  const app = await startTestApp({ now: '2026-03-01T02:00:00Z' });
  let sent = 0;
  const silent: Channel = {
    carries: ['sms'],
    send: () => {
      sent += 1;
      return new Promise(() => {});
    },
  };
  const person = await app.build.person();
  await app.build.phone(person);
  const actor = system('test');
  await sendText(app.runtime, actor, {
    personId: person.personId,
    about: 'test.about',
    text: 'message.help',
  });
  const message = app.db.selectFrom('messaging.outbox').select(['id', 'state', 'problem']);
  const { id } = await message.executeTakeFirstOrThrow();
  for (const _ of [1, 2]) await deliverJob([silent]).run(app.runtime, actor, { messageId: id });
  const { state, problem } = await message.executeTakeFirstOrThrow();
  assert.deepEqual([state, problem, sent], ['unknown', 'no answer in time', 1]);
  await app.close();
}, 60_000);
