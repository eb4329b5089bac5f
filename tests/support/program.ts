import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type Program = Awaited<ReturnType<typeof startProgram>>;

/** The program itself, as `npm start` runs it, on a free port with a data folder that goes away. */
export async function startProgram(args: readonly string[] = []) {
  const folder = mkdtempSync(join(tmpdir(), 'bandanh-'));
  // Root's PostgreSQL runs as somebody else, who has to pass through.
  chmodSync(folder, 0o711);
  const port = await freePort();
  // The test runner has settings of its own under names of ours.
  const { BASE_URL: _, DATABASE_URL: __, HOST: ___, ...inherited } = process.env;
  const settings = { DATA_DIR: join(folder, 'data'), PORT: String(port), LOG_LEVEL: 'warn' };
  const child = spawn(process.execPath, ['bin/start.mjs', ...args], { env: { ...inherited, ...settings } });
  const said = collect(child);
  await until(() => said.text.includes('is ready') || child.exitCode !== null);
  if (child.exitCode !== null) throw new Error(`It did not start:\n${said.text}`);
  await until(() => said.text.includes('/en/invitation'));
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    /** The one-time link it printed for the first coordinator. */
    coordinatorLink: (language: 'km' | 'en') =>
      new RegExp(`http://\\S+/${language}/invitation\\?code=\\S+`).exec(said.text)?.[0] ?? '',
    said: () => said.text,
    async stop() {
      child.kill('SIGTERM');
      await until(() => child.exitCode !== null || child.signalCode !== null);
      rmSync(folder, { recursive: true, force: true });
      return child.exitCode;
    },
  };
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

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
