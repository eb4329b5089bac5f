import assert from 'node:assert/strict';
import { describe, it } from 'vitest';
import { encodingFor } from './encoding.ts';

describe('what a page is packed with', () => {
  it('is the smallest form the browser takes', () => {
    for (const [accepted, encoding] of [
      ['gzip, deflate, br', 'br'],
      ['gzip', 'gzip'],
      ['GZIP;q=0.8, BR;q=0.1', 'br'],
      ['br;q=0, gzip', 'gzip'],
      ['br; q=0.000, gzip;q=0.0', undefined],
      ['deflate', undefined],
      ['brotli, x-gzip', undefined],
      ['identity', undefined],
      ['', undefined],
      [undefined, undefined],
    ] as const)
      assert.equal(encodingFor(accepted), encoding, accepted);
  });
  it('is one that is there', () => {
    assert.equal(encodingFor('br, gzip', ['gzip']), 'gzip');
    assert.equal(encodingFor('br, gzip', []), undefined);
  });
});
