import assert from 'node:assert/strict';
import { describe, it } from 'vitest';
import { isTime, isTruth, readKey, writeKey } from './page-key.ts';

const id = '01890000-0000-7000-8000-000000000000';
const made = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('the key of a row in an address', () => {
  it('comes back as it was written, whatever stands in it', () => {
    for (const parts of [[id], ['ក្រ · "x" \\ %', id], ['', id]]) {
      const key = writeKey(parts);
      assert.match(key, /^[\w-]+$/);
      assert.deepEqual(readKey(key, parts.length), parts);
    }
  });

  it('is nothing when this program did not write it', () => {
    const others = [
      undefined,
      '',
      'garbage',
      '%%%',
      made('text'),
      made(null),
      made({ 0: id }),
      made([]),
      made([1, id]),
      made([id, 'x']),
      made(['x'.repeat(501), id]),
      made(['a\0b', id]),
      made([id, id, id]),
      Buffer.from('["x').toString('base64url'),
    ];
    for (const other of others) assert.equal(readKey(other, 2), undefined, other);
    assert.equal(readKey(made(['not an id']), 1), undefined);
  });

  it('begins with what the list is ordered by, or is nothing', () => {
    const times = ['2026-03-01T02:00:00.000Z', 'infinity'];
    for (const time of times) assert.deepEqual(readKey(writeKey([time, id]), 2, isTime), [time, id]);
    const noTimes = [
      'now',
      '-infinity',
      '2026-03-01',
      '2026-13-01T00:00:00Z',
      '0000-01-01T00:00:00Z',
      '1',
      '',
    ];
    for (const other of noTimes) assert.equal(readKey(writeKey([other, id]), 2, isTime), undefined, other);
    assert.deepEqual(readKey(writeKey(['true', id]), 2, isTruth), ['true', id]);
    for (const other of ['maybe', '1', 'TRUE', ''])
      assert.equal(readKey(writeKey([other, id]), 2, isTruth), undefined);
  });
});
