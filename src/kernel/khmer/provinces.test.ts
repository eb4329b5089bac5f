import assert from 'node:assert/strict';
import { it } from 'vitest';
import { normaliseKm } from './normalise.ts';
import { fullProvinceName, isProvinceCode, provinceCodes, provinces } from './provinces.ts';

it('knows 25 provinces in the order of their codes, each by its own name', () => {
  assert.deepEqual(
    provinceCodes,
    Array.from({ length: 25 }, (_, place) => String(place + 1).padStart(2, '0')),
  );
  assert.equal(new Set(provinceCodes.map((code) => provinces[code].km)).size, 25);
  assert.equal(new Set(provinceCodes.map((code) => provinces[code].en)).size, 25);
});

it('says what a place is, and that Phnom Penh is the capital', () => {
  assert.deepEqual(provinces['07'], { km: 'កំពត', en: 'Kampot' });
  assert.deepEqual(fullProvinceName('07'), { km: 'ខេត្តកំពត', en: 'Kampot Province' });
  assert.deepEqual(fullProvinceName('12'), { km: 'រាជធានីភ្នំពេញ', en: 'Phnom Penh' });
});

it('takes only its own codes', () => {
  assert.ok(isProvinceCode('01') && isProvinceCode('25'));
  for (const text of ['1', '00', '26', 'KH01', '០១', '', 'toString']) assert.ok(!isProvinceCode(text), text);
});

it('has names in their stored form', () => {
  for (const code of provinceCodes) {
    const { km } = provinces[code];
    assert.equal(normaliseKm(km), km);
  }
});
