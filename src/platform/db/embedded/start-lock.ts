import { createHash } from 'node:crypto';
import { closeSync, constants, openSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { CannotStart } from '#src/platform/cannot-start.ts';
import { codeOf } from './error-code.ts';
import { wayOut } from './way-out.ts';

/**
 * Runs `body` while no other process on this machine does so for the same folder. The kernel holds the lock, so it
 * goes with its process, however that ends. PostgreSQL has a lock of its own; this one keeps two starts from tripping
 * over each other before PostgreSQL gets that far.
 */
export async function whileAlone<Result>(folder: string, body: () => Promise<Result>): Promise<Result> {
  const release = await waitForLock(folder, Date.now() + patienceMs);
  try {
    return await body();
  } finally {
    release();
  }
}

type Release = () => void;

// As long as another process may wait for a server that recovers from a crash.
const patienceMs = 660_000;

async function waitForLock(folder: string, deadline: number): Promise<Release> {
  while (Date.now() < deadline) {
    const release = process.platform === 'linux' ? await takeName(folder) : takeFile(folder);
    if (release) return release;
    await delay(20);
  }
  throw new CannotStart(
    `Another process has been starting PostgreSQL in ${folder} for minutes: end that process and start again, ${wayOut}`,
  );
}

/** unix(7): a name in the abstract namespace belongs to one socket, and leaves no file behind. */
function takeName(folder: string): Promise<Release | undefined> {
  const { dev, ino } = statSync(folder);
  const name = createHash('sha256').update(`bandanh ${dev} ${ino}`).digest('hex');
  const holder = createServer((caller) => caller.destroy());
  return new Promise((resolve) => {
    // A sandbox may forbid such names; then PostgreSQL's own lock has to do.
    holder.once('error', (problem) => resolve(codeOf(problem) === 'EADDRINUSE' ? undefined : () => {}));
    holder.listen({ path: `\0${name}`, exclusive: true }, () => resolve(() => holder.close()));
  });
}

// open(2) on macOS and the BSDs: O_EXLOCK opens and locks at once.
const exclusive = 0x20;

function takeFile(folder: string): Release | undefined {
  const flags = constants.O_RDWR | constants.O_CREAT | constants.O_NONBLOCK | exclusive;
  try {
    const file = openSync(join(folder, 'start.lock'), flags, 0o600);
    return () => closeSync(file);
  } catch (problem) {
    if (codeOf(problem) === 'EAGAIN') return undefined;
    throw problem;
  }
}
