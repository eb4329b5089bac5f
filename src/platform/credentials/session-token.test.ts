import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { describe, it } from 'vitest';
import { hashSecret, readSessionToken, sessionCookieName } from './session-token.ts';

const key = 'a key of the test';
const sign = (text: string, ourKey = key) => createHmac('sha256', ourKey).update(text).digest('base64');
const token = 'abcdefghijklmnopqrstuvwxyz012345';

describe('a session cookie', () => {
  it('gives its token when our key signed it', () => {
    assert.equal(readSessionToken(`${token}.${sign(token)}`, key), token);
  });

  it.each([
    ['signed with another key', `${token}.${sign(token, 'another key')}`],
    ['whose token was changed', `${token.replace('a', 'b')}.${sign(token)}`],
    ['whose signature was cut', `${token}.${sign(token).slice(0, 20)}`],
    ['whose signature is longer', `${token}.${sign(token).slice(0, -1)}AAAA`],
    ['without a signature', token],
    ['with an empty one', `${token}.`],
    ['without a token', `.${sign('')}`],
    ['that is empty', ''],
    ['of signs that are no base64', `${token}.ខខខខ`],
  ])('gives nothing %s', (_, cookie) => {
    assert.equal(readSessionToken(cookie, key), undefined);
  });

  it('is bound to its host and to https, where there is https', () => {
    assert.equal(sessionCookieName('https://network.example'), '__Host-session');
    assert.equal(sessionCookieName('http://127.0.0.1:3000'), 'session');
  });
});

describe('a secret', () => {
  it('is kept as its SHA-256, in letters fit for a URL', () => {
    // FIPS 180-4, the example "abc".
    const digest = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
    assert.equal(hashSecret('abc'), Buffer.from(digest, 'hex').toString('base64url'));
    assert.notEqual(hashSecret('abc'), hashSecret('abd'));
  });
});
