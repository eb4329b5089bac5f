import assert from 'node:assert/strict';
import { describe, it } from 'vitest';
import { csvOf } from './csv.ts';

describe('a file for a spreadsheet', () => {
  it('begins with the mark of UTF-8, and quotes what needs it', () => {
    const rows = [
      ['ឈ្មោះ', 3],
      ['a,b', 'say "hi"'],
    ];
    assert.equal(csvOf(rows), '\ufeffឈ្មោះ,3\r\n"a,b","say ""hi"""\r\n');
    assert.equal(csvOf([['two\nlines', '']]), '\ufeff"two\nlines",\r\n');
  });

  for (const typed of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1'])
    it(`makes no formula of ${JSON.stringify(typed)}`, () => {
      assert.equal(csvOf([[typed]]), `\ufeff'${typed}\r\n`);
    });

  it('leaves numbers, and what only holds such a sign, as they are', () => {
    assert.equal(csvOf([[-2, 'a=b', 'well-known']]), '\ufeff-2,a=b,well-known\r\n');
  });
});
