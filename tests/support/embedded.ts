import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdtempSync, realpathSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { type Embedded, startEmbedded } from '#src/platform/db/embedded/embedded.ts';
import { readPidFile } from '#src/platform/db/embedded/pid-file.ts';
import { type Place, placeOf } from '#src/platform/db/embedded/place.ts';
import { stopPostmaster } from '#src/platform/db/embedded/postmaster.ts';
import { readPasswd } from '#src/platform/db/embedded/server-identity.ts';

export const isRoot = process.getuid?.() === 0;

/** Somebody without rights of their own; undefined when the tests are run by such a one already. */
export const ordinary = isRoot ? readPasswd().find(({ name }) => name === 'nobody') : undefined;

/** Folders that go away with the test, and with them whatever server runs there. */
export function temporaryFolders() {
  const folders: string[] = [];
  /** One that the server's user may enter, and that only we may change. */
  const newFolder = () => {
    const folder = mkdtempSync(join(realpathSync(tmpdir()), 'pg-'));
    chmodSync(folder, 0o755);
    folders.push(folder);
    return folder;
  };
  return {
    newFolder,
    newPlace: (): Place => placeOf({ projectFolder: '.', dataDir: newFolder() }),
    /** One that belongs to the ordinary user. */
    newOrdinaryFolder() {
      const folder = newFolder();
      if (ordinary) chownSync(folder, ordinary.uid, ordinary.gid);
      return folder;
    },
    removeLater: (folder: string) => folders.push(folder),
    async remove() {
      for (const folder of folders) {
        await stopIn(folder);
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}

async function stopIn(folder: string): Promise<void> {
  const { data } = placeOf({ projectFolder: '.', dataDir: folder });
  const pid = readPidFile(data)?.pid;
  if (pid) await stopPostmaster(pid, data, 1_000);
}

export const start = (place: Place, { durable = false } = {}): Promise<Embedded> =>
  startEmbedded({ place, durable, binFolder: process.env.PG_BIN });

/** Asks one database one thing, on a connection of its own. */
export async function ask(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = await connect(url);
  return client
    .query(text)
    .then(({ rows }) => rows)
    .finally(() => client.end());
}

/** A connection that may be lost without ending the test. */
export async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  return client;
}

type Said = {
  readonly adopted?: boolean;
  readonly pid?: number;
  readonly url?: string;
  readonly refused?: string;
};

export type Starter = { readonly said: Said; readonly kill: () => Promise<void> };

type How = { readonly uid?: number; readonly gid?: number; readonly wrapper?: readonly string[] };

/** Starts the server from a process of its own, optionally as somebody else or by another command. */
export async function startElsewhere(
  dataDir: string,
  { uid, gid, wrapper = [] }: How = {},
): Promise<Starter> {
  const script = resolve('tests/support/embedded-process.ts');
  const [command = '', ...args] = [...wrapper, process.execPath, '--import', 'tsx', script, '.', dataDir];
  const child = spawn(command, args, {
    ...(uid !== undefined && { uid, gid }),
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const { value: line, done } = await createInterface(child.stdout)[Symbol.asyncIterator]().next();
  if (done) throw new Error('the process ended without a word');
  const kill = async () => {
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  return { said: JSON.parse(line), kill };
}

/** An ordinary user can run the project only where they can read it. */
export function isOpenToAll(): boolean {
  if (!isRoot) return true;
  const folders = resolve('.')
    .split('/')
    .map((_, depth, names) => names.slice(0, depth + 1).join('/') || '/');
  return folders.every((folder) => (statSync(folder).mode & 0o005) === 0o005);
}
