import { system } from './kernel/actor.ts';
import { composeFor, readEnvironmentFile } from './main.ts';
import { makeCoordinatorLink } from './modules/accounts/index.ts';
import { CannotStart } from './platform/cannot-start.ts';
import { readSettings } from './platform/config/settings.ts';
import { through } from './platform/db/door.ts';
import type { Runtime } from './platform/db/handles.ts';
import { openInstallation } from './platform/db/installation.ts';
import { openLog } from './platform/log/log.ts';

type Command = { readonly does: string; run(runtime: Runtime): Promise<void> };

const commands: Readonly<Record<string, Command>> = {
  'coordinator-link': {
    does: 'prints a link that makes a coordinator: once, within 24 hours',
    async run(runtime) {
      const secret = await makeCoordinatorLink(runtime, system('coordinator-link'), { language: 'km' });
      console.log(`${runtime.baseUrl}/km/invitation?code=${secret}`);
      console.log(`${runtime.baseUrl}/en/invitation?code=${secret}`);
    },
  },
};

/** `npm run bandanh -- <command> [--demo]`: what the person at the machine can do, whether the network runs or not. */
export async function cli([name = '', ...args]: readonly string[]): Promise<void> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) return showCommands(name);
  try {
    readEnvironmentFile();
    const settings = readSettings(process.env, args);
    const log = openLog('warn');
    const installation = await openInstallation(settings, { log, serves: false });
    const baseUrl = process.env.BASE_URL ? settings.baseUrl : (installation.servedAt ?? settings.baseUrl);
    const app = composeFor({ ...settings, baseUrl }, installation, log);
    await command.run(through('command', app.runtime));
    await app.close();
    await installation.stop();
  } catch (problem) {
    if (!(problem instanceof CannotStart)) throw problem;
    console.error(problem.message);
    process.exitCode = 1;
  }
}

function showCommands(name: string): void {
  if (name) console.error(`${name} is not known here.`);
  console.log('npm run bandanh -- <command> [--demo]\n');
  for (const [known, { does }] of Object.entries(commands)) console.log(`  ${known.padEnd(20)} ${does}`);
  process.exitCode = name ? 1 : 0;
}
