// A worker in a process of its own, for tests that kill it in the middle of a job: it takes the job, says so, and
// never finishes it.
import { randomBytes } from 'node:crypto';
import { compose } from '#src/composition.ts';
import { event } from '#src/kernel/event.ts';
import { jobAfter } from '#src/platform/jobs/jobs.ts';
import { startWorker } from '#src/platform/jobs/worker.ts';
import { silentLog } from '#src/platform/log/log.ts';

const [databaseUrl = '', jobName = ''] = process.argv.slice(2);

const { runtime, pool } = compose({
  databaseUrl,
  masterKey: 'of no importance here',
  site: { baseUrl: 'http://network.test', demo: false, simulator: true },
  trustedProxies: [],
  log: silentLog,
  now: () => new Date(),
  random: randomBytes,
});
const endless = jobAfter(event('test.begun'), jobName, () => {
  console.log('took it');
  return new Promise(() => {});
});
await startWorker({ pool, jobs: [endless], runtime });
