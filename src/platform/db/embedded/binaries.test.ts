import assert from 'node:assert/strict';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, it } from 'vitest';
import { CannotStart } from '#src/platform/cannot-start.ts';
import { ask, isRoot, temporaryFolders } from '#tests/support/embedded.ts';
import { findBinFolder, reachableBinFolder } from './binaries.ts';
import { completePackage, findPackage } from './binary-package.ts';
import { startEmbedded } from './embedded.ts';
import { makePlaceFolder } from './folders.ts';
import { serverIdentity } from './server-identity.ts';

describe('the binaries', () => {
  const { newFolder, newPlace: newDataDir, remove } = temporaryFolders();
  afterAll(remove);

  /** The package as npm leaves it when it runs no install scripts, less the right to run its commands. */
  const bareCopy = (folder: string) => {
    const { native, version } = findPackage();
    const copy = join(folder, 'native');
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
    for (const name of readdirSync(join(copy, 'lib')))
      if (lstatSync(join(copy, 'lib', name)).isSymbolicLink()) rmSync(join(copy, 'lib', name));
    for (const name of readdirSync(join(copy, 'bin'))) chmodSync(join(copy, 'bin', name), 0o644);
    return { native: copy, version };
  };
  const newPlace = () => {
    const place = newDataDir();
    makePlaceFolder(place.folder);
    return place;
  };
  /** Commands that say what we want. */
  const fakeBin = (postgres: string, initdb = '') => {
    const folder = newFolder();
    for (const [name, text] of Object.entries({ postgres, initdb }))
      writeFileSync(join(folder, name), text, { mode: 0o755 });
    return folder;
  };
  const refusal = async (binFolder: string) => {
    const problem = await startEmbedded({ place: newPlace(), binFolder }).catch((error) => error);
    assert.ok(problem instanceof CannotStart, String(problem));
    assert.match(problem.message, /^[^\n]*DATABASE_URL[^\n]*$/);
    return problem.message;
  };

  it('run although no install script did, and without a copy', () => {
    const place = newPlace();
    const source = bareCopy(newFolder());
    assert.equal(reachableBinFolder(source, place, serverIdentity(place)), join(source.native, 'bin'));
    assert.ok(existsSync(join(source.native, 'lib', 'libpq.so.5')) || process.platform !== 'linux');
    assert.ok(!existsSync(place.binaries));
  });

  it("are copied where the server's user cannot reach them, once per version", async ({ skip }) => {
    if (!isRoot) skip();
    const place = newPlace();
    const closed = newFolder();
    chmodSync(closed, 0o700);
    const source = bareCopy(closed);
    const find = (version: string) =>
      reachableBinFolder({ ...source, version }, place, serverIdentity(place));
    // What a copy that was interrupted leaves behind.
    mkdirSync(join(place.binaries, '18.1.tmp', 'native', 'bin'), { recursive: true });
    const binFolder = find('18.1');
    assert.equal(binFolder, join(place.binaries, '18.1', 'native', 'bin'));
    const madeAt = statSync(binFolder).ctimeMs;
    assert.equal(find('18.1'), binFolder);
    assert.equal(statSync(binFolder).ctimeMs, madeAt);
    const server = await startEmbedded({ place, binFolder, durable: false });
    assert.deepEqual(await ask(server.url('postgres'), 'select 1 as one'), [{ one: 1 }]);
    await server.stop();
    assert.equal(find('18.2'), join(place.binaries, '18.2', 'native', 'bin'));
    assert.deepEqual(readdirSync(place.binaries), ['18.2']);
  });

  it('are copied again when a power cut damaged the copy', ({ skip }) => {
    if (!isRoot) skip();
    const place = newPlace();
    const closed = newFolder();
    chmodSync(closed, 0o700);
    const find = () => reachableBinFolder(bareCopy(closed), place, serverIdentity(place));
    writeFileSync(join(find(), 'postgres'), '');
    assert.ok(statSync(join(find(), 'postgres')).size > 0);
  });

  it('complete the package only once', () => {
    const { native } = bareCopy(newFolder());
    assert.equal(completePackage(native), true);
    assert.equal(completePackage(native), true);
  });

  it('are refused in one line where there are none for the machine', () => {
    assert.throws(() => findPackage('sunos', 'x64'), /CannotStart: .*sunos-x64.*DATABASE_URL/);
    assert.throws(() => findPackage('linux', 'ia32'), /CannotStart: .*linux-ia32.*DATABASE_URL/);
    const [platform, architecture] = process.platform === 'linux' ? ['darwin', 'arm64'] : ['linux', 'arm64'];
    assert.throws(() => findPackage(platform, architecture), /CannotStart: .*npm install.*DATABASE_URL/);
  });

  it('are refused in one line where the system lacks their loader, as Alpine does', () => {
    const place = newPlace();
    const source = { native: newFolder(), version: '18.0' };
    cpSync(fakeBin('#!/lib64/no-such-loader\n'), join(source.native, 'bin'), { recursive: true });
    const find = () => reachableBinFolder(source, place, serverIdentity(place));
    assert.throws(find, /CannotStart: .*glibc.*musl.*PG_BIN.*DATABASE_URL/);
  });

  it('of PG_BIN are refused in one line when they are of another version, or none', async () => {
    assert.match(
      await refusal(fakeBin('#!/bin/sh\necho "postgres (PostgreSQL) 15.9 (Debian)"\n')),
      /PostgreSQL 15/,
    );
    assert.match(await refusal('/nonexistent/bin'), /PG_BIN \(\/nonexistent\/bin\) holds no PostgreSQL/);
    const place = newPlace();
    assert.equal(
      findBinFolder(place, serverIdentity(place), fakeBin('#!/bin/sh\necho "postgres (PostgreSQL) 18.9"\n'))
        .length > 0,
      true,
    );
  });

  it('that find no room on the disk, or fail for another reason, end in one line', async () => {
    const version = '#!/bin/sh\necho "postgres (PostgreSQL) 18.4"\n';
    const failing = (line: string) => fakeBin(version, `#!/bin/sh\necho "${line}" >&2\nexit 1\n`);
    const full = 'initdb: error: could not write to file: No space left on device';
    assert.match(await refusal(failing(full)), /disk of .* is full/);
    assert.match(await refusal(failing('initdb: error: a new kind of trouble')), /\(a new kind of trouble\)/);
  });
});
