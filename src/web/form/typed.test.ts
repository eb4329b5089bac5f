import assert from 'node:assert/strict';
import { describe, it } from 'vitest';
import { nested, type Typed, typedFrom } from './typed.ts';

const plain = (typed: Typed) => JSON.parse(JSON.stringify(nested(typed)));

describe('what a form sent', () => {
  it('is its text fields, every value of each, without files', () => {
    const file = new File(['x'], 'x.txt');
    const typed = typedFrom({ name: 'a', many: ['b', 'c'], file, mixed: ['d', file] });
    assert.deepEqual(
      [...typed],
      [
        ['name', ['a']],
        ['many', ['b', 'c']],
        ['file', []],
        ['mixed', ['d']],
      ],
    );
  });

  it('has no name that no form of ours has', () => {
    const names = [
      '__proto__',
      'a[__proto__]',
      'a.__proto__',
      'a[]',
      '.a',
      'a.',
      'a..b',
      'A',
      '1',
      '',
      'a b',
      'a.b.c.d.e.f',
    ];
    const body = Object.fromEntries(names.map((name) => [name, 'x']));
    assert.deepEqual([...typedFrom({ ...body, 'rows.0.name.km': 'kept' }).keys()], ['rows.0.name.km']);
  });

  it('has an end, however many fields are sent', () => {
    const body = Object.fromEntries(Array.from({ length: 2_000 }, (_, place) => [`a${place}`, 'x']));
    assert.equal(typedFrom(body).size, 1_000);
  });

  it('has no character no database takes', () => {
    assert.deepEqual(typedFrom({ name: 'a\0b' }).get('name'), ['ab']);
  });
});

describe('fields as an object', () => {
  it('follow the path in their names', () => {
    const typed = typedFrom({ 'name.km': 'ក', 'name.en': 'k', 'rows.1.text': 'b', 'rows.0.text': 'a' });
    assert.deepEqual(plain(typed), {
      name: { km: 'ក', en: 'k' },
      rows: { 0: { text: 'a' }, 1: { text: 'b' } },
    });
  });

  it('are absent when blank, and lists when sent several times', () => {
    const typed = typedFrom({ a: ' ', b: '\u200b', c: ['', 'x'], d: ['x', 'y'], e: [], f: '\ufeff\u0007' });
    assert.deepEqual(plain(typed), { c: 'x', d: ['x', 'y'] });
  });

  it('bear names that contradict each other', () => {
    assert.deepEqual(plain(typedFrom({ a: 'x', 'a.b': 'y' })), { a: 'x' });
    assert.deepEqual(plain(typedFrom({ 'a.b': 'y', a: 'x' })), { a: { b: 'y' } });
    assert.deepEqual(plain(typedFrom({ a: ['x', 'z'], 'a.0': 'y' })), { a: ['x', 'z'] });
  });

  it('touch nothing that objects have by nature', () => {
    const result = nested(
      typedFrom({ constructor: 'x', 'toString.call': 'y', 'a.constructor.prototype.b': 'z' }),
    );
    assert.equal(Object.getPrototypeOf(result), null);
    assert.deepEqual(plain(typedFrom({ constructor: 'x' })), { constructor: 'x' });
    assert.equal(Reflect.get({}, 'b'), undefined);
    assert.equal(`${{}}`, '[object Object]');
  });
});
