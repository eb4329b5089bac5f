import assert from 'node:assert/strict';
import { it } from 'vitest';
import { parsePhone, showPhone } from './phone-number.ts';

it('reads a Cambodian number however it is written', () => {
  const ways = [
    '012 000 000',
    '០១២ ០០០ ០០០',
    '+855 12 000 000',
    '00855-12-000-000',
    '0855 12 000 000',
    '12000000',
  ];
  for (const text of ways) assert.equal(parsePhone(text), '+85512000000', text);
  assert.equal(parsePhone('096 000 0000'), '+855960000000');
  assert.equal(parsePhone('085 500 000'), '+85585500000');
});

it('reads a number from abroad when it says so', () => {
  assert.equal(parsePhone('+1 212 555 0100'), '+12125550100');
  assert.equal(parsePhone('212 555 0100'), undefined);
});

it('refuses what cannot be called', () => {
  const texts = [
    '',
    '+',
    '119',
    '1234',
    '012 00',
    '012 000 000 000',
    '+855',
    '0855 000 000',
    'call 012 000 000',
  ];
  for (const text of texts) assert.equal(parsePhone(text), undefined, text);
});

it('refuses two numbers, and a number with an extension', () => {
  assert.equal(parsePhone('012 000 000 / 011 000 000'), undefined);
  assert.equal(parsePhone('012 000 000 ext. 5'), undefined);
});

it('shows a number as people at home read it', () => {
  assert.equal(showPhone('+85512000000'), '012 000 000');
  assert.equal(showPhone('+855960000000'), '096 000 0000');
  assert.equal(showPhone('+12125550100'), '+1 212 555 0100');
});

it('shows what it cannot read as it is', () => {
  for (const text of ['', '119', 'unknown']) assert.equal(showPhone(text), text);
});

it('reads what it shows', () => {
  for (const e164 of ['+85512000000', '+855960000000', '+12125550100'])
    assert.equal(parsePhone(showPhone(e164)), e164);
});
