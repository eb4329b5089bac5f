import assert from 'node:assert/strict';
import { describe, it } from 'vitest';
import { program, type Source } from './tree.ts';

const most = 220;

// The schema is generated; texts are lists of sentences; queries say in many lines what is one thought.
const maybeLonger = /^src\/platform\/db\/schema\.ts$|\.(text|queries)\.ts$/;

/** Files in which two nouns live: each is to be split by noun. */
const tooLong = (sources: readonly Source[]) =>
  sources
    .filter(({ path }) => !maybeLonger.test(path))
    .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > most)
    .map(({ path, lines }) => `${path}: ${lines}`);

describe('files', () => {
  it(`have at most ${most} lines`, () => {
    assert.deepEqual(tooLong(program()), []);
  });
  it('would be noticed with more', () => {
    const text = 'line\n'.repeat(most + 1);
    const path = 'src/modules/forum/topics/topic.page.tsx';
    assert.deepEqual(tooLong([{ path, text }]), [`${path}: ${most + 1}`]);
    assert.deepEqual(tooLong([{ path, text: 'line\n'.repeat(most) }]), []);
    assert.deepEqual(tooLong([{ path: 'src/modules/forum/topics/topic.text.ts', text }]), []);
  });
});
