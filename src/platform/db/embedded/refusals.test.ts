import assert from 'node:assert/strict';
import { chmodSync, chownSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, it } from 'vitest';
import { CannotStart } from '#src/platform/cannot-start.ts';
import {
  ask,
  isOpenToAll,
  isRoot,
  ordinary,
  start,
  startElsewhere,
  temporaryFolders,
} from '#tests/support/embedded.ts';
import { checkDrive } from './folders.ts';
import { placeOf } from './place.ts';
import { readPasswd } from './server-identity.ts';

describe('an ordinary user', () => {
  const { newFolder, newOrdinaryFolder, remove } = temporaryFolders();
  afterAll(remove);
  const asOrdinary = (folder: string) => startElsewhere(folder, ordinary);

  it('starts the server, is killed, adopts it, and shares it with root', async ({ skip }) => {
    if (!isOpenToAll()) skip();
    const folder = newOrdinaryFolder();
    const first = await asOrdinary(folder);
    assert.equal(first.said.adopted, false);
    await ask(first.said.url ?? '', 'create table kept as select 1 as one');
    await first.kill();
    const second = await asOrdinary(folder);
    assert.deepEqual([second.said.adopted, second.said.pid], [true, first.said.pid]);
    await second.kill();
    const server = await start(placeOf({ projectFolder: '.', dataDir: folder }));
    assert.deepEqual([server.adopted, server.pid], [true, first.said.pid]);
    await server.stop();
    // Root lends the server the name of whoever owns the data, and leaves nothing behind that locks them out.
    await (await start(placeOf({ projectFolder: '.', dataDir: folder }))).stop();
    const third = await asOrdinary(folder);
    assert.deepEqual(await ask(third.said.url ?? '', 'select one from kept'), [{ one: 1 }]);
    process.kill(third.said.pid ?? 0, 'SIGINT');
    await third.kill();
  });

  it('is told which folder they may not write in', async ({ skip }) => {
    if (!isOpenToAll()) skip();
    const folder = newFolder();
    if (!isRoot) chmodSync(folder, 0o500);
    const { said, kill } = await asOrdinary(folder);
    assert.match(said.refused ?? '', /^[^\n]*may not write in [^\n]*DATA_DIR[^\n]*DATABASE_URL[^\n]*$/);
    assert.ok(said.refused?.includes(folder));
    await kill();
  });

  it('is told whose data it is, and that they need a name', async ({ skip }) => {
    if (!isRoot || !isOpenToAll()) skip();
    const folder = newOrdinaryFolder();
    mkdirSync(join(folder, 'pg18'), { mode: 0o755 });
    const other = await asOrdinary(folder);
    assert.match(other.said.refused ?? '', /belongs to another user \(uid 0\).*DATABASE_URL/);
    await other.kill();
    const nameless = newFolder();
    chownSync(nameless, 54_321, 54_321);
    const { said, kill } = await startElsewhere(nameless, { uid: 54_321, gid: 54_321 });
    assert.match(said.refused ?? '', /uid 54321.*\/etc\/passwd.*DATABASE_URL/);
    await kill();
  });
});

describe('a place', () => {
  const { newFolder, newPlace, remove } = temporaryFolders();
  afterAll(remove);
  const refusalOf = async (name: string, content: Record<string, string>) => {
    const place = newPlace();
    mkdirSync(join(place.folder, name));
    for (const [file, text] of Object.entries(content)) writeFileSync(join(place.folder, name, file), text);
    if (ordinary) chownSync(join(place.folder, name), ordinary.uid, ordinary.gid);
    const problem = await start(place).catch((error) => error);
    assert.ok(problem instanceof CannotStart, String(problem));
    assert.match(problem.message, /^[^\n]*DATABASE_URL[^\n]*$/);
    assert.deepEqual(readdirSync(join(place.folder, name)).sort(), Object.keys(content).sort());
    return problem.message;
  };

  it('with data of another PostgreSQL version is left alone', async () => {
    assert.match(await refusalOf('pg18', { PG_VERSION: '17\n' }), /PostgreSQL 17, and this is PostgreSQL 18/);
    assert.match(await refusalOf('pg17', { PG_VERSION: '17\n' }), /PostgreSQL 17/);
    assert.match(await refusalOf('pg19', { PG_VERSION: '19\n' }), /PostgreSQL 19/);
  });

  it('with half a database, or something else, is left alone', async () => {
    assert.match(await refusalOf('pg18', { 'postgresql.conf': '' }), /not empty/);
  });

  it('on a network drive is refused', () => {
    const folder = newFolder();
    checkDrive(folder);
    for (const [type, name] of [
      [0x6969, 'NFS'],
      [0xff534d42, 'SMB'],
      [0x65735546, 'FUSE'],
    ] as const)
      assert.throws(
        () => checkDrive(folder, type),
        new RegExp(`CannotStart: .*${name}.*DATA_DIR.*DATABASE_URL`),
      );
  });

  it('of root gets no server where there is nobody to run it', () => {
    const file = join(newFolder(), 'passwd');
    writeFileSync(
      file,
      'root:x:0:0::/root:/bin/sh\nnobody:*:-2:-2::/:/bin/false\n\npostgres:x:26:26::/:/bin/sh\n',
    );
    assert.deepEqual(readPasswd(file), [{ name: 'postgres', uid: 26, gid: 26 }]);
    assert.deepEqual(readPasswd(join(file, 'missing')), []);
  });
});
