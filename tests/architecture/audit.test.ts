import assert from 'node:assert/strict';
import { describe, it } from 'vitest';
import { moduleOf, program, type Source } from './tree.ts';

type Operation = { readonly path: string; readonly name: string };

/** Every operation, as it is called in the audit row; nothing when its name is not written out. */
const operationsIn = ({ path, text }: Source): readonly Operation[] =>
  [...text.matchAll(/(?<!function )\boperation(?:<[^(]*>)?\((?:\{\s*name: '([^']*)')?/g)].map(
    ([, name = '']) => ({ path, name }),
  );

/** Names that say neither where the operation lives nor what it does, and names that two of them have. */
const badNames = (operations: readonly Operation[]) =>
  operations
    .filter(({ path, name }, place) => {
      const home = moduleOf(path) ?? 'platform';
      const isFirst = operations.findIndex((other) => other.name === name) === place;
      return !(isFirst && new RegExp(`^${home}\\.[a-z]+[A-Z][a-zA-Z]*$`).test(name));
    })
    .map(({ path, name }) => `${path}: '${name}'`);

describe('operations in the audit', () => {
  const ours = program().flatMap(operationsIn);
  it('are called by their module, a verb and a noun, and no two alike', () => {
    assert.ok(ours.length > 60);
    assert.deepEqual(badNames(ours), []);
  });
  it('would be noticed with a name that misleads', () => {
    const path = 'src/modules/forum/topics/topic.operations.ts';
    const bad = (...calls: string[]) => badNames(operationsIn({ path, text: calls.join('\n') })).length;
    assert.equal(bad("operation({ name: 'forum.addTopic', load })"), 0);
    assert.equal(bad("operation({ name: 'forum.add', load })"), 1);
    assert.equal(bad("operation<Topic, void>({\n  name: 'library.addTopic', load })"), 1);
    assert.equal(bad('operation({ ...steps, name })'), 1);
    assert.equal(bad("operation({ name: 'forum.addTopic' })", "operation({ name: 'forum.addTopic' })"), 1);
  });
});
