import assert from 'node:assert/strict';
import { describe, it } from 'vitest';
import { hashPassword, isPassword, passwordLength } from './password.ts';

describe('a password', () => {
  it('is kept as argon2id, with a salt of its own each time', async () => {
    const [one, other] = [await hashPassword('three quiet words'), await hashPassword('three quiet words')];
    assert.match(one, /^\$argon2id\$v=19\$m=19456,t=13,p=1\$/);
    assert.notEqual(one, other);
    assert.ok(!one.includes('quiet'));
  });

  it.each([
    ['a space at the end', 'ends with space ', 'ends with space'],
    ['the 73rd byte', `${'a'.repeat(72)}b`, `${'a'.repeat(72)}c`],
    ['the 256th', `${'ក'.repeat(255)}ខ`, `${'ក'.repeat(255)}គ`],
    ['capital letters', 'MiXed case pass', 'mixed case pass'],
    ['the order of Khmer signs', 'ស្រី​ខ្មែរ១២', 'ស្រីខ្មែរ១២'],
    ['a zero byte', 'three\0words', 'three'],
  ])('counts %s', async (_, password, almost) => {
    const hash = await hashPassword(password);
    assert.equal(await isPassword({ hash, password }), true);
    assert.equal(await isPassword({ hash, password: almost }), false);
  });

  it('that was kept at a lower cost still opens', async () => {
    const hash =
      '$argon2id$v=19$m=8192,t=1,p=1$VUrs/XLekcAaYAg+qJZvkg$80h19vO5py0eqJcItO2u2VSDn5IzY6Sc+BIhDGFDxEc';
    assert.equal(await isPassword({ hash, password: 'an older password' }), true);
    assert.equal(await isPassword({ hash, password: 'another password' }), false);
  });

  it('has eight signs at least, and may have many', () => {
    assert.deepEqual(passwordLength, { min: 8, max: 256 });
  });
});
