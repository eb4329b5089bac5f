// `npm run dev`: starts the network, and starts it anew whenever a source changes.
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { project } from './prepare.mjs';

const args = [join(project, 'bin', 'start.mjs'), ...process.argv.slice(2)];
let child = start();
let waiting;

for (const folder of ['src', 'locales', 'migrations', 'seeds'])
  watch(join(project, folder), { recursive: true }, () => {
    clearTimeout(waiting);
    waiting = setTimeout(again, 200);
  });

function start() {
  return spawn(process.execPath, args, { cwd: project, stdio: 'inherit' });
}

function again() {
  child.once('exit', () => {
    child = start();
  });
  if (child.exitCode === null) child.kill('SIGTERM');
  else child = start();
}
