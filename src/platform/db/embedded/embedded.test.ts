import assert from 'node:assert/strict';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { CannotStart } from '#src/platform/cannot-start.ts';
import { ask, connect, isRoot, start, startElsewhere, temporaryFolders } from '#tests/support/embedded.ts';
import { checkDurability } from './durability.ts';
import type { Embedded } from './embedded.ts';
import { placeOf } from './place.ts';
import { makeSocketFolder } from './socket-folder.ts';

describe('the embedded server', () => {
  const { newFolder, newPlace, removeLater, remove } = temporaryFolders();
  afterAll(remove);
  /** A place that has been used before: tests that need no new one share it, each leaving its server stopped. */
  const used = newPlace();
  beforeAll(async () => (await start(used)).stop());

  it('makes a new database, and finds it again', async () => {
    const place = newPlace();
    const first = await start(place);
    assert.equal(first.adopted, false);
    await ask(first.url('postgres'), 'create table kept as select 1 as one');
    await first.stop();
    await first.stop();
    const second = await start(place);
    assert.deepEqual(await ask(second.url('postgres'), 'select one from kept'), [{ one: 1 }]);
    await second.stop();
  });

  it('sorts by code point, keeps checksums, and listens to nobody but its own user', async () => {
    const server = await start(used);
    const shown = async (name: string) =>
      Object.values((await ask(server.url('postgres'), `show ${name}`))[0] ?? {})[0];
    assert.equal(await shown('data_checksums'), 'on');
    assert.equal(await shown('listen_addresses'), '');
    assert.equal(await shown('jit'), 'off');
    assert.equal(await shown('dynamic_shared_memory_type'), 'mmap');
    const [locale] = await ask(
      server.url('postgres'),
      "select datlocprovider as provider, datlocale as name, lower('ÀÉ') as lower from pg_database where datname = 'postgres'",
    );
    assert.deepEqual(locale, { provider: 'b', name: 'C.UTF-8', lower: 'àé' });
    assert.equal(statSync(used.run).mode & 0o777, 0o700);
    assert.equal(statSync(used.data).mode & 0o777, 0o700);
    await server.stop();
  });

  it('serves two processes that start at the same instant from one server', async () => {
    const folder = newFolder();
    const both = await Promise.all([startElsewhere(folder), startElsewhere(folder)]);
    assert.deepEqual(both.map(({ said }) => said.adopted).sort(), [false, true]);
    assert.equal(both[0].said.pid, both[1].said.pid);
    await Promise.all(both.map(({ kill }) => kill()));
    const server = await start(placeOf({ projectFolder: '.', dataDir: folder }));
    assert.equal(server.pid, both[0].said.pid);
    await server.stop();
  });

  it('serves eight starts in one process from one server', async () => {
    const place = newPlace();
    const servers = await Promise.all(Array.from({ length: 8 }, () => start(place)));
    assert.equal(new Set(servers.map(({ pid }) => pid)).size, 1);
    assert.equal(servers.filter(({ adopted }) => !adopted).length, 1);
    await servers[0]?.stop();
  });

  it('is not confused by the environment or by an odd path', async () => {
    const place = placeOf({ projectFolder: '.', dataDir: join(newPlace().folder, 'ទិន្នន័យ, "ថ្មី" %20') });
    process.env.PGPORT = '1';
    process.env.PGSSLMODE = 'require';
    try {
      const server = await start(place);
      assert.deepEqual(await ask(server.url('postgres'), 'select 1 as one'), [{ one: 1 }]);
      await server.stop();
    } finally {
      delete process.env.PGPORT;
      delete process.env.PGSSLMODE;
    }
  });

  it('opens the data folder to nobody else again, if somebody did', async () => {
    await (await start(used)).stop();
    chmodSync(used.data, 0o755);
    await (await start(used)).stop();
    assert.equal(statSync(used.data).mode & 0o777, 0o700);
  });

  it('removes what an unfinished start left behind', async () => {
    const place = newPlace();
    for (const name of ['pg18.init', 'pg18.init-Ab12']) {
      mkdirSync(join(place.folder, name, 'base'), { recursive: true });
      writeFileSync(join(place.folder, name, 'PG_VERSION'), '18\n');
    }
    const server = await start(place);
    assert.deepEqual(readdirSync(place.folder).sort(), ['pg18', 'postgres.log', 'run']);
    await server.stop();
  });

  it('starts a new log when the old one has grown', async () => {
    writeFileSync(used.log, 'x'.repeat(1_100_000));
    await (await start(used)).stop();
    assert.ok(statSync(used.log).size < 10_000);
    assert.equal(statSync(`${used.log}.1`).size, 1_100_000);
    await (await start(used)).stop();
    assert.equal(statSync(`${used.log}.1`).size, 1_100_000);
  });

  it('keeps what people wrote out of its log', async () => {
    const server = await start(used);
    const add = "insert into number values ('012 000 000')";
    await ask(server.url('postgres'), 'create table number (number text primary key)');
    await ask(server.url('postgres'), add);
    await assert.rejects(ask(server.url('postgres'), add));
    await server.stop();
    const log = readFileSync(used.log, 'utf8');
    assert.match(log, /duplicate key/);
    assert.doesNotMatch(log, /012 000/);
  });

  describe('durability', () => {
    const check = async (server: Embedded) => {
      const client = await connect(server.url('postgres'));
      return checkDurability((text) => client.query(text)).finally(() => client.end());
    };
    it('is on, whatever somebody wrote into the settings, and noticed where it is not', async () => {
      const place = newPlace();
      const server = await start(place, { durable: true });
      await ask(server.url('postgres'), 'alter system set fsync = off');
      await ask(server.url('postgres'), 'alter system set full_page_writes = off');
      await server.stop();
      const again = await start(place, { durable: true });
      await check(again);
      await ask(again.url('postgres'), 'alter role app set synchronous_commit = off');
      await assert.rejects(check(again), /^CannotStart: .*synchronous_commit is off.*DATABASE_URL/);
      await again.stop();
    });
    it('is off in tests, which is noticed too', async () => {
      const server = await start(used);
      await assert.rejects(check(server), /fsync is off/);
      await server.stop();
    });
  });

  describe('the socket of a place with a long path', () => {
    const long = () => placeOf({ projectFolder: '.', dataDir: join(newPlace().folder, 'l'.repeat(90)) });
    const folderIn = (server: Embedded) => new URL(server.url('postgres')).searchParams.get('host') ?? '';

    it('lies in a short private folder, which the next start finds again', async () => {
      const place = long();
      const first = await start(place);
      const folder = folderIn(first);
      removeLater(folder);
      assert.ok(!folder.startsWith(place.folder));
      assert.equal(statSync(folder).mode & 0o777, 0o700);
      await ask(first.url('postgres'), 'select 1');
      assert.equal(folderIn(await start(place)), folder);
      await first.stop();
      const second = await start(place);
      assert.equal(folderIn(second), folder);
      await second.stop();
    });

    it('moves on when that folder was removed, opened to others, or belongs to a copied place', async () => {
      const place = long();
      mkdirSync(place.folder, { recursive: true });
      const remembered = makeSocketFolder(place, undefined);
      removeLater(remembered);
      assert.equal(makeSocketFolder(place, undefined), remembered);
      const copy = placeOf({ projectFolder: '.', dataDir: `${place.folder}-copy` });
      mkdirSync(copy.folder);
      writeFileSync(copy.runRecord, readFileSync(place.runRecord));
      removeLater(makeSocketFolder(copy, undefined));
      assert.notEqual(makeSocketFolder(copy, undefined), remembered);
      rmSync(remembered, { recursive: true });
      mkdirSync(remembered, { mode: 0o755 });
      const next = makeSocketFolder(place, undefined);
      removeLater(next);
      assert.notEqual(next, remembered);
    });
  });

  it('needs no more than a DATA_DIR that root keeps to itself', async () => {
    if (!isRoot) return;
    const place = newPlace();
    chmodSync(place.folder, 0o700);
    await (await start(place)).stop();
    assert.equal(statSync(place.folder).mode & 0o777, 0o711);
    assert.notEqual(statSync(place.data).uid, 0);
  });

  it('says in one line what is wrong and what to do about it', async () => {
    const problem = await start(placeOf({ projectFolder: '.', dataDir: '/dev/null/data' })).catch(
      (error) => error,
    );
    assert.ok(problem instanceof CannotStart);
    assert.match(problem.message, /^[^\n]*\/dev\/null\/data[^\n]*DATA_DIR[^\n]*DATABASE_URL[^\n]*$/);
    assert.ok(!existsSync('/dev/null/data'));
  });
});
