import assert from 'node:assert/strict';
import { it } from 'vitest';
import { compareKm } from './order.ts';
import { provinceCodes, provinces } from './provinces.ts';

it('orders as a Khmer dictionary: signs and subscripts after all vowels, old vowels beside their sound', () => {
  const sorted = ['កា', 'កិ', 'កុំ', 'កាំ', 'កះ', 'ក្រុម', 'ខ', 'រ', 'ឫស្សី', 'ល', 'ឮ', 'អង្គការ', 'ឱ'];
  assert.deepEqual([...sorted].reverse().sort(compareKm), sorted);
  assert.notDeepEqual([...sorted].sort(), sorted, 'by code points');
  assert.notDeepEqual([...sorted].sort(new Intl.Collator('en').compare), sorted, 'as English does');
});

it('orders numbers by value, in either script', () => {
  assert.deepEqual(['ទី១០', 'ទី២', 'ទី1'].sort(compareKm), ['ទី1', 'ទី២', 'ទី១០']);
  assert.deepEqual(['Room 10', 'Room 9'].sort(compareKm), ['Room 9', 'Room 10']);
});

it('orders the provinces', () => {
  const names = provinceCodes.map((code) => provinces[code].km).sort(compareKm);
  assert.equal(names[0], 'កណ្តាល');
  assert.equal(names.at(-1), 'ឧត្តរមានជ័យ');
});
