import assert from 'node:assert/strict';
import { describe, it } from 'vitest';
import { queryString } from './query-string.ts';

describe('a query string', () => {
  it('holds the values that are there, so that they can be read again', () => {
    const text = queryString({ q: 'ក & ខ=?#', kind: undefined, sector: '', after: 'a+b' });
    assert.deepEqual(Object.fromEntries(new URLSearchParams(text)), { q: 'ក & ខ=?#', after: 'a+b' });
    assert.ok(text.startsWith('?'));
  });
  it('is empty when nothing is there', () => {
    assert.equal(queryString({ q: undefined, kind: '' }), '');
  });
});
