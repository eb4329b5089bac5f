import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, it } from 'vitest';
import { temporaryFolders } from '#tests/support/embedded.ts';
import { type Place, placeOf } from './place.ts';

describe('the place of a clone', () => {
  const { newFolder, remove } = temporaryFolders();
  afterAll(remove);
  const home = newFolder();
  const clone = (name: string) => {
    const projectFolder = join(home, name);
    mkdirSync(projectFolder, { recursive: true });
    return projectFolder;
  };
  const folderOf = (...wanted: Parameters<typeof placeOf>): Place['folder'] => placeOf(...wanted).folder;

  it('is its data folder, for an ordinary user', () => {
    assert.equal(folderOf({ projectFolder: clone('a'), uid: 1000 }), join(home, 'a', 'data'));
    assert.equal(placeOf({ projectFolder: clone('a'), uid: 1000 }).data, join(home, 'a', 'data', 'pg18'));
  });

  it('is a system folder of its own, for root', () => {
    const [a, b] = [clone('a'), clone('b')].map((projectFolder) => folderOf({ projectFolder, uid: 0 }));
    assert.match(a ?? '', /^\/var\/lib\/bandanh\/[0-9a-f]{12}$/);
    assert.notEqual(a, b);
  });

  it('is the same by every path that leads to the clone', () => {
    symlinkSync(clone('a'), join(home, 'link'));
    for (const uid of [0, 1000])
      assert.equal(
        folderOf({ projectFolder: join(home, 'link'), uid }),
        folderOf({ projectFolder: clone('a'), uid }),
      );
  });

  it('is where DATA_DIR says, for everybody, counted from the clone', () => {
    for (const uid of [0, 1000]) {
      assert.equal(folderOf({ projectFolder: clone('a'), dataDir: '/srv/b', uid }), '/srv/b');
      assert.equal(folderOf({ projectFolder: clone('a'), dataDir: 'c', uid }), join(home, 'a', 'c'));
    }
  });

  it('is another one for the demonstration', () => {
    const demo = { projectFolder: clone('a'), variant: 'demo' } as const;
    assert.equal(folderOf({ ...demo, uid: 1000 }), join(home, 'a', 'data', 'demo'));
    assert.equal(folderOf({ ...demo, dataDir: '/srv/b', uid: 0 }), '/srv/b/demo');
  });

  it('is found by root where the ordinary user who runs it has it', () => {
    const projectFolder = clone('c');
    mkdirSync(join(projectFolder, 'data', 'pg18'), { recursive: true });
    assert.equal(folderOf({ projectFolder, uid: 0 }), join(projectFolder, 'data'));
    assert.match(folderOf({ projectFolder, variant: 'demo', uid: 0 }), /^\/var\/lib\/bandanh\/.*\/demo$/);
  });
});
