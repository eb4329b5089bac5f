import assert from 'node:assert/strict';
import { it } from 'vitest';
import { foldDigits, khmerDigits } from './digits.ts';

it('reads Khmer digits as numbers and leaves all else', () => {
  assert.equal(foldDigits('០១២៣៤៥៦៧៨៩'), '0123456789');
  assert.equal(foldDigits('ថ្ងៃទី៩ (9) ខែធ្នូ'), 'ថ្ងៃទី9 (9) ខែធ្នូ');
  assert.equal(foldDigits('៰'), '៰');
});

it('writes numbers in Khmer digits and leaves all else', () => {
  assert.equal(khmerDigits('0123456789'), '០១២៣៤៥៦៧៨៩');
  assert.equal(khmerDigits('ICT4D, -1.5 និង ៣'), 'ICT៤D, -១.៥ និង ៣');
});
