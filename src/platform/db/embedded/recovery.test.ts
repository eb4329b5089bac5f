import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { CannotStart } from '#src/platform/cannot-start.ts';
import { ask, connect, isRoot, start, startElsewhere, temporaryFolders } from '#tests/support/embedded.ts';
import { knock } from './knock.ts';
import { readPidFile } from './pid-file.ts';
import type { Place } from './place.ts';
import { fromPs, stopPostmaster, whatRuns } from './postmaster.ts';

/** Some of these wait for seconds on purpose; each has a place of its own, so they may run at once. */
/** Kills a connection. The server recovers in milliseconds, which a busy machine may sleep through: false then. */
async function isSeenRecovering(url: string, run: string): Promise<boolean> {
  const client = await connect(url).catch(() => undefined);
  if (!client) return true;
  const { rows } = await client.query('select pg_backend_pid() as pid');
  process.kill(rows[0].pid, 'SIGKILL');
  const deadline = Date.now() + 1_000;
  while (Date.now() < deadline) {
    if ((await knock(run)) === 'notYet') return true;
    await delay(1);
  }
  return false;
}

describe.concurrent('the embedded server, after something went wrong', () => {
  const temporary = temporaryFolders();
  afterAll(temporary.remove);
  const used = temporary.newPlace();
  beforeAll(async () => (await start(used)).stop());
  /** Copying a stopped database takes a tenth of the time of making one. */
  const newPlace = () => {
    const place = temporary.newPlace();
    assert.equal(spawnSync('cp', ['-a', used.data, place.data]).status, 0);
    return place;
  };

  const pidFileOf = (place: Place) => join(place.data, 'postmaster.pid');
  /** A place whose server has stopped, and the pid file it had while it ran. */
  const stopped = async () => {
    const place = newPlace();
    const server = await start(place);
    const pidFile = readFileSync(pidFileOf(place), 'utf8');
    await server.stop();
    return { place, withPid: (pid: number) => pidFile.replace(/^\d+/, String(pid)) };
  };
  /** Another program of the server's own user, so that PostgreSQL by itself would take it for a server. */
  const sleeper = (place: Place, script = 'exec sleep 60') => {
    const { uid, gid } = statSync(place.data);
    return spawn('sh', ['-c', script], { uid, gid, stdio: ['ignore', 'pipe', 'ignore'] });
  };
  const pidOf = (child: { pid?: number | undefined }) => child.pid ?? assert.fail('it did not start');

  it('is adopted, with its data, when the process that started it was killed', async () => {
    const place = newPlace();
    const { said, kill } = await startElsewhere(place.folder);
    await ask(said.url ?? '', 'create table kept as select 1 as one');
    await kill();
    const server = await start(place);
    assert.deepEqual([server.adopted, server.pid], [true, said.pid]);
    assert.deepEqual(await ask(server.url('postgres'), 'select one from kept'), [{ one: 1 }]);
    await server.stop();
  });

  it('has every row after being killed itself, five times', async () => {
    const place = newPlace();
    let server = await start(place, { durable: true });
    await ask(server.url('postgres'), 'create table kept (round int)');
    for (const round of [1, 2, 3, 4, 5]) {
      await ask(server.url('postgres'), `insert into kept values (${round})`);
      process.kill(server.pid, 'SIGKILL');
      server = await start(place, { durable: true });
      assert.equal(server.adopted, false);
      assert.deepEqual(await ask(server.url('postgres'), 'select count(*)::int from kept'), [
        { count: round },
      ]);
    }
    await server.stop();
  });

  it('is waited for while it recovers from the death of one connection', async () => {
    const place = newPlace();
    const server = await start(place);
    while (!(await isSeenRecovering(server.url('postgres'), place.run)));
    const again = await start(place);
    assert.equal(again.adopted, true);
    await ask(again.url('postgres'), 'select 1');
    await server.stop();
  });

  it('starts although a query of the killed server was still running', async () => {
    const place = newPlace();
    const server = await start(place);
    const client = await connect(server.url('postgres'));
    const busy = client.query('select count(*) from generate_series(1, 3000000)').catch(() => {});
    await delay(50);
    process.kill(server.pid, 'SIGKILL');
    const again = await start(place);
    assert.equal(again.adopted, false);
    await busy;
    await again.stop();
  });

  it('is stopped and started in turn without ever being missed', async () => {
    const place = newPlace();
    for (const _ of [1, 2, 3]) {
      const server = await start(place);
      const [, next] = await Promise.all([server.stop(), start(place)]);
      // It was adopted just before it stopped, or it is a new one; either way the following start is sound.
      if (whatRuns(next.pid, place.data) === 'ours')
        await ask((await start(place)).url('postgres'), 'select 1');
      await next.stop();
    }
  });

  it('starts although its pid belongs to nobody now, or to another program, which it leaves alone', async () => {
    const { place, withPid } = await stopped();
    const other = sleeper(place);
    for (const pid of [spawnSync('true').pid, pidOf(other)]) {
      writeFileSync(pidFileOf(place), withPid(pid));
      const server = await start(place);
      assert.equal(server.adopted, false);
      await server.stop();
    }
    assert.equal(whatRuns(pidOf(other), place.data), 'foreign');
    other.kill();
  });

  it('starts although nobody took notice of its end', async () => {
    const { place, withPid } = await stopped();
    const parent = sleeper(place, 'sleep 0.01 & echo $!; exec sleep 60');
    const [zombie] = await once(parent.stdout, 'data');
    await delay(100);
    assert.equal(whatRuns(Number(zombie), place.data), 'zombie');
    writeFileSync(pidFileOf(place), withPid(Number(zombie)));
    await (await start(place)).stop();
    parent.kill();
  });

  it('starts although a power cut emptied its pid file, or filled it with zeros', async () => {
    const startWith = async (content: string) => {
      const { place } = await stopped();
      writeFileSync(pidFileOf(place), content);
      await (await start(place)).stop();
    };
    await Promise.all(['', '\0'.repeat(80)].map(startWith));
  });

  it('is not started over one that answers, whatever its pid file says', async () => {
    const place = newPlace();
    const server = await start(place);
    const pidFile = readFileSync(pidFileOf(place), 'utf8');
    const other = sleeper(place);
    const changed = pidFile.replace(/^\d+/, String(pidOf(other)));
    writeFileSync(pidFileOf(place), changed);
    const problem = await start(place).catch((error) => error);
    assert.ok(problem instanceof CannotStart);
    assert.match(problem.message, /Another PostgreSQL.*DATABASE_URL/);
    assert.equal(readPidFile(place.data)?.text, changed);
    await ask(server.url('postgres'), 'select 1');
    writeFileSync(pidFileOf(place), pidFile);
    await server.stop();
    other.kill();
  });

  it('says so when its socket was cleaned away', async () => {
    const place = newPlace();
    const server = await start(place);
    rmSync(join(place.run, '.s.PGSQL.5432'));
    await assert.rejects(start(place), (problem: Error) =>
      problem.message.includes(`kill -INT ${server.pid}`),
    );
    await server.stop();
    await (await start(place)).stop();
  });

  it('is stopped within bounds although a connection hangs', async () => {
    const place = newPlace();
    const server = await start(place);
    const client = await connect(server.url('postgres'));
    const { rows } = await client.query('select pg_backend_pid() as pid');
    process.kill(rows[0].pid, 'SIGSTOP');
    await stopPostmaster(server.pid, place.data, 200);
    assert.notEqual(whatRuns(server.pid, place.data), 'ours');
    await (await start(place)).stop();
  });

  it('is recognised by ps where there is no /proc', async ({ skip }) => {
    if (spawnSync('ps', ['--version']).error) skip();
    const place = newPlace();
    const server = await start(place);
    const other = sleeper(place);
    assert.equal(fromPs(server.pid, place.data), 'ours');
    assert.equal(fromPs(server.pid, join(place.data, 'base')), 'foreign');
    assert.equal(fromPs(pidOf(other), place.data), 'foreign');
    assert.equal(fromPs(spawnSync('true').pid, place.data), 'gone');
    other.kill();
    await server.stop();
  });

  it("is recognised by a container's root, who may not look into processes of others", async ({ skip }) => {
    const wrapper = ['setpriv', '--bounding-set=-sys_ptrace', '--inh-caps=-sys_ptrace'];
    if (!isRoot || !existsSync('/proc/self/stat') || spawnSync('setpriv', ['--version']).error) skip();
    const place = newPlace();
    const server = await start(place);
    const { said, kill } = await startElsewhere(place.folder, { wrapper });
    assert.deepEqual([said.adopted, said.pid], [true, server.pid]);
    await kill();
    await server.stop();
  });
});
