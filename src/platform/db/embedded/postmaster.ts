import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { codeOf } from './error-code.ts';
import { readIfThere } from './folders.ts';

/**
 * What runs under a pid: PostgreSQL on *this* data folder, something else (the number was given away again), a process
 * that has ended but whose parent has not taken notice, or nothing.
 */
export type Occupant = 'ours' | 'foreign' | 'zombie' | 'gone';

export function whatRuns(pid: number, data: string): Occupant {
  if (!isTaken(pid)) return 'gone';
  return existsSync('/proc/self/stat') ? fromProc(pid, data) : fromPs(pid, data);
}

/**
 * Ends PostgreSQL the safe ways only: fast (SIGINT: a checkpoint, then out), and when that takes too long immediate
 * (SIGQUIT: the next start recovers from the write-ahead log). Throws when it is still there after both.
 */
export async function stopPostmaster(pid: number, data: string, fastMs = 30_000): Promise<void> {
  for (const [signal, patienceMs] of [
    ['SIGINT', fastMs],
    ['SIGQUIT', 30_000],
  ] as const) {
    if (whatRuns(pid, data) !== 'ours') return;
    send(signal, pid);
    if (await endsWithin(patienceMs, pid, data)) return;
  }
  throw new Error(`PostgreSQL (pid ${pid}) on ${data} does not stop`);
}

function send(signal: NodeJS.Signals, pid: number): void {
  try {
    process.kill(pid, signal);
  } catch (problem) {
    // It ended by itself in the meantime.
    if (codeOf(problem) !== 'ESRCH') throw problem;
  }
}

async function endsWithin(patienceMs: number, pid: number, data: string): Promise<boolean> {
  const deadline = Date.now() + patienceMs;
  while (Date.now() < deadline) {
    if (whatRuns(pid, data) !== 'ours') return true;
    await delay(10);
  }
  return false;
}

function isTaken(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (problem) {
    return codeOf(problem) === 'EPERM';
  }
}

/** proc_pid_stat(5): the name stands in brackets and may hold any character; the state follows it. */
function fromProc(pid: number, data: string): Occupant {
  const stat = readIfThere(`/proc/${pid}/stat`);
  // It ended while we looked, or the system hides other people's processes: ours would not be hidden.
  if (!stat) return isTaken(pid) ? 'foreign' : 'gone';
  const end = stat.lastIndexOf(')');
  if ('ZX'.includes(stat.charAt(end + 2))) return 'zombie';
  if (stat.slice(stat.indexOf('(') + 1, end) !== 'postgres') return 'foreign';
  if (!existsSync(data)) return 'foreign';
  try {
    return worksIn(pid, data) ? 'ours' : 'foreign';
  } catch (problem) {
    // It ended after we had read its state: look again.
    if (['ENOENT', 'ESRCH'].includes(codeOf(problem))) return whatRuns(pid, data);
    throw problem;
  }
}

/** PostgreSQL works in its data folder. Compared by inode: a container may know the folder by another path. */
function worksIn(pid: number, data: string): boolean {
  try {
    return isSameFolder(`/proc/${pid}/cwd`, data);
  } catch (problem) {
    // A container's root may not look into another user's process, only at its arguments.
    if (!['EACCES', 'EPERM'].includes(codeOf(problem))) throw problem;
    const args = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    const folder = args[args.indexOf('-D') + 1] ?? '';
    return args.includes('-D') && existsSync(folder) && isSameFolder(folder, data);
  }
}

function isSameFolder(left: string, right: string): boolean {
  const [a, b] = [statSync(left), statSync(right)];
  return a.dev === b.dev && a.ino === b.ino;
}

/** Elsewhere (macOS), and where ps is missing too: a taken pid is taken for ours, so that nothing is started over it. */
export function fromPs(pid: number, data: string): Occupant {
  const args = ['-ww', '-o', 'stat=', '-o', 'command=', '-p', String(pid)];
  const { status, stdout, error } = spawnSync('ps', args, { encoding: 'utf8' });
  if (error) return 'ours';
  if (status !== 0) return 'gone';
  const [, state = '', command = ''] = /^\s*(\S+)\s+(.*)/.exec(stdout) ?? [];
  if (state.startsWith('Z')) return 'zombie';
  const isOurs = command.includes('postgres') && command.includes(` -D ${realpathSync(data)} `);
  return isOurs ? 'ours' : 'foreign';
}
