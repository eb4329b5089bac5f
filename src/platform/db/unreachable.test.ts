import assert from 'node:assert/strict';
import { DatabaseError } from 'pg';
import { describe, it } from 'vitest';
import { isUnreachable } from './unreachable.ts';

const failing = (code: string) => Object.assign(new Error(`connect ${code}`), { code, syscall: 'connect' });

function answering(code: string): DatabaseError {
  const problem = new DatabaseError('from the server', 1, 'error');
  problem.code = code;
  return problem;
}

describe('a database that is away', () => {
  it('is told by its socket, by the name service, and by several addresses at once', () => {
    for (const code of ['ECONNREFUSED', 'ENOENT', 'ETIMEDOUT', 'EAI_AGAIN', 'EHOSTUNREACH'])
      assert.equal(isUnreachable(failing(code)), true, code);
    const both = new AggregateError([failing('ECONNREFUSED'), failing('ECONNREFUSED')]);
    assert.equal(isUnreachable(Object.assign(both, { code: 'ECONNREFUSED' })), true);
  });

  it('is told by itself while it starts, stops, or is full', () => {
    for (const code of ['08006', '57P01', '57P03', '53300'])
      assert.equal(isUnreachable(answering(code)), true, code);
    for (const words of ['timeout exceeded when trying to connect', 'Connection terminated unexpectedly'])
      assert.equal(isUnreachable(new Error(words)), true, words);
  });

  it('is not what a fault of ours looks like', () => {
    for (const code of ['23505', '42P01', '22021', '57014'])
      assert.equal(isUnreachable(answering(code)), false, code);
    const file = Object.assign(new Error('no such file'), { code: 'ENOENT' });
    assert.equal(isUnreachable(file), false);
    assert.equal(isUnreachable(new TypeError('x is not a function')), false);
    assert.equal(isUnreachable(new AggregateError([new Error('several of ours')])), false);
  });
});
