import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type Program = Awaited<ReturnType<typeof startProgram>>;

type Options = {
  readonly args?: readonly string[];
  /** What an earlier one left behind; without it, a folder that goes away with the program. */
  readonly folder?: string;
};

/** The program itself, as `npm start` runs it, on a free port. */
export async function startProgram({ args = [], folder = newFolder() }: Options = {}) {
  const port = await freePort();
  const { child, said } = run(['bin/start.mjs', ...args], { folder, port });
  await until(() => said.text.includes('is ready') || child.exitCode !== null);
  if (child.exitCode !== null) throw new Error(`It did not start:\n${said.text}`);
  await until(() => said.text.includes('/en/invitation') || !said.text.includes('/km/invitation'));
  const ended = async () => {
    await until(() => child.exitCode !== null || child.signalCode !== null);
    return child.exitCode;
  };
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    folder,
    port,
    /** The one-time link it printed for the first coordinator. */
    coordinatorLink: (language: 'km' | 'en') => linkIn(said.text, language),
    said: () => said.text,
    /** Gives the exit code, which is none after a kill -9. */
    async signal(...signals: readonly NodeJS.Signals[]) {
      for (const signal of signals) child.kill(signal);
      return ended();
    },
    async stop() {
      child.kill('SIGTERM');
      const code = await ended();
      rmSync(folder, { recursive: true, force: true });
      return code;
    },
  };
}

export const linkIn = (said: string, language: 'km' | 'en'): string =>
  new RegExp(`http://\\S+/${language}/invitation\\?code=\\S+`).exec(said)?.[0] ?? '';

type Place = { readonly folder: string; readonly port: number };

/** Runs a command of the project to its end: what it said, and how it ended. */
export async function runToEnd(command: readonly string[], place: Place, env: NodeJS.ProcessEnv = {}) {
  const { child, said } = run(command, place, env);
  await until(() => child.exitCode !== null);
  return { said: said.text, code: child.exitCode };
}

function run(command: readonly string[], { folder, port }: Place, env: NodeJS.ProcessEnv = {}) {
  // The test runner has settings of its own under names of ours.
  const { BASE_URL: _, DATABASE_URL: __, HOST: ___, ...inherited } = process.env;
  const settings = { DATA_DIR: join(folder, 'data'), PORT: String(port), LOG_LEVEL: 'warn', ...env };
  const child = spawn(process.execPath, command, { env: { ...inherited, ...settings } });
  // A test that fails half-way leaves no program running.
  const endWithUs = () => child.kill('SIGTERM');
  process.once('exit', endWithUs);
  child.once('exit', () => process.off('exit', endWithUs));
  return { child, said: collect(child) };
}

/** Root's PostgreSQL runs as somebody else, who has to pass through. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bandanh-'));
  chmodSync(folder, 0o711);
  return folder;
}

function collect({ stdout, stderr }: ChildProcess): { text: string } {
  const said = { text: '' };
  for (const stream of [stdout, stderr])
    stream?.on('data', (data) => {
      said.text += String(data);
    });
  return said;
}

async function until(isSo: () => boolean): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!isSo()) {
    if (Date.now() > deadline) throw new Error('it took more than a minute');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
