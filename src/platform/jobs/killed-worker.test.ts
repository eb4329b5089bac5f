import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { it } from 'vitest';
import { system } from '#src/kernel/actor.ts';
import { event } from '#src/kernel/event.ts';
import { operation } from '#src/platform/db/operation.ts';
import { startTestApp } from '#tests/support/app.ts';
import { announce, jobAfter, subscribersOf } from './jobs.ts';
import { startWorker } from './worker.ts';

// In a file of its own because it waits for more than a minute: while it does, the others run.
it('a job whose worker was killed is done by another within 90 seconds', async () => {
  const app = await startTestApp({ now: '2026-03-01T02:00:00Z' });
  const begun = event<{ what: string }>('test.begun');
  let done: (what: string) => void = () => {};
  const whenDone = new Promise<string>((fulfil) => {
    done = fulfil;
  });
  const job = jobAfter(begun, 'test.job', async (_runtime, _actor, { what }) => done(what));
  const runtime = { ...app.runtime, subscribers: subscribersOf([job]) };
  await operation({
    name: 'test.begin',
    load: async (load) => ({ id: load.newId() }),
    allow: () => true,
    run: (work) => announce(work, begun({ what: 'left behind' })),
  })(runtime, system('test'), undefined);

  const doomed = spawn(
    process.execPath,
    ['--import', 'tsx', resolve('tests/support/worker-process.ts'), app.databaseUrl, 'test.job'],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const [said] = await once(createInterface(doomed.stdout), 'line');
  assert.equal(said, 'took it');
  const other = await startWorker({ pool: app.pool, jobs: [job], runtime });
  const exit = once(doomed, 'exit');
  doomed.kill('SIGKILL');
  await exit;
  const killedAt = Date.now();
  assert.equal(await whenDone, 'left behind');
  const seconds = (Date.now() - killedAt) / 1000;
  await other.stop();
  await app.close();
  assert.ok(seconds < 90, `it took ${seconds} s`);
}, 120_000);
