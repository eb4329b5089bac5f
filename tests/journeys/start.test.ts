import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { linkIn, newFolder, type Program, runToEnd, startProgram } from '#tests/support/program.ts';

// What whoever runs it at a terminal meets, on the program itself: to start, to stop, to start again, and what goes wrong.

const minute = 60_000;
const statusOf = async (program: Program, path: string) => (await fetch(program.baseUrl + path)).status;
const textOf = async (program: Program, path: string) => (await fetch(program.baseUrl + path)).text();

/** Takes the link up as a form on a page does: the token stands in the page, and belongs to its cookie. */
async function accept(link: string): Promise<number> {
  const page = await fetch(link);
  const csrf = /name="csrf" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
  const cookie = page.headers.getSetCookie().map((header) => header.split(';')[0] ?? '');
  const email = 'coordinator@example.org';
  const answer = await fetch(link, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: cookie.join('; ') },
    body: new URLSearchParams({ csrf, name: 'Coordinator', email, password: 'three quiet words' }),
  });
  return answer.status;
}

const isUsed = async (link: string): Promise<boolean> =>
  /This link has been used already, was taken back, or is too old/.test(await (await fetch(link)).text());

describe('npm start', () => {
  it(
    'serves the network, keeps what it has over a kill -9, and stops when told twice',
    async () => {
      const first = await startProgram();
      assert.deepEqual([await statusOf(first, '/healthz'), await statusOf(first, '/readyz')], [200, 200]);
      assert.equal(await statusOf(first, '/km/organisations/instedd'), 200);
      assert.equal(await accept(first.coordinatorLink('en')), 303);
      assert.equal(await first.signal('SIGKILL'), null);

      const second = await startProgram({ folder: first.folder });
      assert.equal(second.coordinatorLink('en'), '', 'there is a coordinator already');
      assert.ok(await isUsed(first.coordinatorLink('en').replace(first.baseUrl, second.baseUrl)));
      assert.equal(await second.signal('SIGTERM', 'SIGTERM'), 0);
      rmSync(first.folder, { recursive: true, force: true });
    },
    minute,
  );

  it(
    'gives another link at any time, and the one before is dead',
    async () => {
      const program = await startProgram();
      const another = await runToEnd(['bin/bandanh.mjs', 'coordinator-link'], program);
      assert.equal(another.code, 0, another.said);
      const [before, after] = [program.coordinatorLink('en'), linkIn(another.said, 'en')];
      assert.match(after, new RegExp(`^${program.baseUrl}/en/invitation`));
      assert.ok(await isUsed(before));
      assert.equal(await accept(after), 303);
      assert.ok(await isUsed(after));
      await program.stop();
    },
    minute,
  );

  it(
    'keeps the demonstration apart',
    async () => {
      const program = await startProgram({ args: ['--demo'] });
      assert.match(program.said(), /demonstration/);
      assert.match(await textOf(program, '/en/organisations'), /\(demonstration\)/);
      const { folder } = program;
      assert.equal(await program.signal('SIGTERM'), 0);
      const real = await startProgram({ folder });
      assert.equal(await statusOf(real, '/en/organisations/instedd'), 200);
      await real.stop();
    },
    minute,
  );

  it(
    'says in one line what stops it, and how to mend that',
    async () => {
      const running = await startProgram();
      const elsewhere = { folder: newFolder(), port: running.port };
      const file = join(elsewhere.folder, 'file');
      writeFileSync(file, '');
      const wrongs = [
        [/^Port \d+ is taken: stop what uses it, or choose another with PORT=\d+ npm start$/, {}],
        [/^PORT is "many".+/, { PORT: 'many' }],
        [/^BASE_URL .+/, { BASE_URL: 'nowhere' }],
        [/DATA_DIR/, { DATA_DIR: join(file, 'data') }],
        [/DATABASE_URL/, { DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none' }],
      ] as const;
      for (const [sentence, env] of wrongs) {
        const { said, code } = await runToEnd(['bin/start.mjs'], elsewhere, env);
        const lines = said.trim().split('\n');
        assert.match(lines.at(-1) ?? '', sentence, said);
        assert.doesNotMatch(said, /\n\s+at /, 'no stack trace');
        assert.notEqual(code, 0);
      }
      await running.stop();
      rmSync(elsewhere.folder, { recursive: true, force: true });
    },
    2 * minute,
  );
});
