// What must be true before the program can run: the right Node, the packages, the built program. It uses nothing but
// Node itself, because on a fresh clone there is nothing else.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const project = dirname(dirname(fileURLToPath(import.meta.url)));

/** Ends the command with one line that names the mend. */
export function stop(line) {
  console.error(line);
  process.exit(1);
}

/** `everything` adds what only tests and development need. */
export async function prepare({ everything = false } = {}) {
  checkNode();
  install(everything);
  await build();
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  stop(
    `Node ${process.versions.node} is too old for Bandanh: install Node 20.19 or later from https://nodejs.org`,
  );
}

/** Installs when the lock file changed since the last time, or more is wanted than last time. */
function install(everything) {
  const lock = fingerprint([join(project, 'package-lock.json')]);
  const stamp = join(project, 'node_modules', '.bandanh');
  const [installed, extent] = existsSync(stamp) ? readFileSync(stamp, 'utf8').split(' ') : [];
  if (installed === lock && (extent === 'everything' || !everything)) return;
  checkWritable();
  console.log('Installing what is missing (once; it needs the Internet) …');
  const wanted = everything || extent === 'everything' ? [] : ['--omit=dev'];
  // Not `npm ci`: it fails where a registry lacks the optional packages of other platforms.
  const { status, error } = spawnSync(
    'npm',
    ['install', '--no-audit', '--no-fund', '--loglevel=error', ...wanted],
    {
      cwd: project,
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  if (status !== 0)
    stop(
      `npm install did not finish${error ? ` (${error.message})` : ''}: check the connection and start again`,
    );
  writeFileSync(stamp, `${lock} ${wanted.length > 0 ? 'program' : 'everything'}`);
}

/** Builds when a source changed since the last time. */
async function build() {
  const sources = ['src', 'bin', 'package-lock.json'].flatMap((path) => filesUnder(join(project, path)));
  const state = fingerprint(sources, ({ size, mtimeMs }) => `${size} ${mtimeMs}`);
  const stamp = join(project, 'dist', '.built-from');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === state) return;
  checkWritable();
  const { buildProgram } = await import('./build.mjs');
  await buildProgram(project, state);
}

function checkWritable() {
  try {
    accessSync(project, constants.W_OK);
  } catch {
    stop(`The folder ${project} cannot be written: give it to the user who starts Bandanh (chown -R)`);
  }
}

function filesUnder(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function fingerprint(files, describe = (_, file) => readFileSync(file)) {
  const hash = createHash('sha256');
  for (const file of files.sort()) hash.update(file).update(describe(statSync(file), file));
  return hash.digest('hex');
}
