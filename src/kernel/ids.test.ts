import assert from 'node:assert/strict';
import { describe, it } from 'vitest';
import { newIds } from './ids.ts';

const random = (bytes: number) => new Uint8Array(bytes).fill(0xff);

describe('ids', () => {
  it('are UUIDs of version 7 that begin with the time', () => {
    const newId = newIds({ now: () => new Date(0x0190_0000_0000), random });
    assert.equal(newId(), '01900000-0000-7000-bfff-ffffffffffff');
  });
  it('of one moment are in the order in which they were made', () => {
    const newId = newIds({ now: () => new Date(1), random });
    const made = Array.from({ length: 10_000 }, newId);
    assert.deepEqual(made, made.toSorted());
    assert.equal(new Set(made).size, made.length);
  });
  it('never go back when the clock does', () => {
    const times = [5, 3, 4];
    const newId = newIds({ now: () => new Date(times.shift() ?? 0), random });
    const made = [newId(), newId(), newId()];
    assert.deepEqual(made, made.toSorted());
  });
});
