import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

export type Measured = {
  readonly baseUrl: string;
  readonly databaseUrl: string;
  /** From the command to the first page it can serve. */
  readonly startMilliseconds: number;
  /** Resident memory of the program, and its share of PostgreSQL's, in megabytes. */
  readonly memory: () => { readonly program: number; readonly database: number };
  readonly stop: () => Promise<void>;
};

/** The program and its database on one core, as `npm start` runs them. */
export async function startOnOneCore(folder: string, port: number): Promise<Measured> {
  const startedAt = performance.now();
  const environment = { ...process.env, DATA_DIR: folder, PORT: String(port), LOG_LEVEL: 'warn' };
  const command = [...oneCore, process.execPath, 'bin/start.mjs'];
  const child = spawn(command[0] ?? '', command.slice(1), {
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await saysReady(child);
  const startMilliseconds = Math.round(performance.now() - startedAt);
  const socket = `${folder}/run`;
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    databaseUrl: `postgres://app@localhost:5432/bandanh?host=${encodeURIComponent(socket)}`,
    startMilliseconds,
    memory: () => ({ program: memoryOf([child.pid ?? 0]), database: memoryOf(postgresOf(folder)) }),
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}

const oneCore = existsSync('/usr/bin/taskset') ? ['taskset', '-c', '0'] : [];

const saysReady = (child: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    child.stdout?.on('data', (data) => String(data).includes('is ready') && resolve());
    child.once('exit', (code) => reject(new Error(`the program ended with ${code}`)));
  });

/** Proportional set size: memory that several processes share counts once. */
function memoryOf(pids: readonly number[]): number {
  const kilobytes = pids.map((pid) => {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    return Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0);
  });
  return Math.round(kilobytes.reduce((sum, value) => sum + value, 0) / 1024);
}

/** The server of this folder and all that it started. */
function postgresOf(folder: string): number[] {
  const postmaster = Number(readFileSync(`${folder}/pg18/postmaster.pid`, 'utf8').split('\n')[0]);
  const children = readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && parentOf(pid) === postmaster);
  return [postmaster, ...children];
}

function parentOf(pid: number): number | undefined {
  try {
    return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  } catch {
    return undefined; // it ended while we looked
  }
}
