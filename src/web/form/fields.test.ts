import assert from 'node:assert/strict';
import { describe, it } from 'vitest';
import type { z } from 'zod';
import {
  day,
  emailAddress,
  line,
  localText,
  oneOf,
  paragraphs,
  phoneNumber,
  requiredLine,
  requiredLocalText,
  rows,
  someOf,
  ticked,
  timeOfDay,
  webAddress,
  wholeNumber,
} from './fields.ts';

const read = (schema: z.ZodType, typed: unknown): unknown => schema.safeParse(typed).data;

/** Where something is wrong, and the key of the sentence that says so. */
const problemsOf = (schema: z.ZodType, typed: unknown) =>
  schema.safeParse(typed).error?.issues.map(({ path, message }) => [path.join('.'), message]) ?? [];

describe('one line of text', () => {
  it('is trimmed, brought to its Khmer normal form, and holds nothing nobody sees', () => {
    const schema = line({ max: 50 });
    for (const [typed, kept] of [
      ['  a \t b\r\nc ', 'a b c'],
      ['fig.\u202etxt.exe\u2069', 'fig.txt.exe'],
      ['ស្រ្តី\u200bសិទិ្ធ', 'ស្ត្រីសិទ្ធិ'],
      ['\ufeffa\u00adb', 'ab'],
      ['a\0b\u0007c\u001b[31md\u0085e', 'a b c [31md e'],
      ['a\u00a0b', 'a b'],
    ])
      assert.equal(read(schema, typed), kept);
  });

  it('is measured as it is kept, and says which length it keeps to', () => {
    const schema = requiredLine({ required: 'position.name.required', max: 5 });
    assert.equal(read(schema, `  ${'x'.repeat(5)}${' '.repeat(40)}`), 'xxxxx');
    for (const length of [6, 200]) {
      const [issue] = schema.safeParse('x'.repeat(length)).error?.issues ?? [];
      assert.deepEqual([issue?.message, issue && 'maximum' in issue && issue.maximum], ['form.too-long', 5]);
    }
    for (const nothing of [undefined, '', ' \u200b '])
      assert.deepEqual(problemsOf(schema, nothing), [['', 'position.name.required']]);
  });
});

describe('several lines', () => {
  it('keep their line ends as single line feeds, and their tabs', () => {
    assert.equal(
      read(paragraphs({ max: 50 }), ' a\r\nb\rc\n\n\td\0\u0008 '),
      'a\nb\n\tc'.replace('\tc', 'c\n\n\td'),
    );
    assert.equal(read(paragraphs({ max: 50 }), 'ស្រ្តី'), 'ស្ត្រី');
    assert.deepEqual(problemsOf(paragraphs({ max: 3 }), 'abcd'), [['', 'form.too-long']]);
  });
});

describe('a text in two languages', () => {
  it('has the halves that were written, and no others', () => {
    const schema = localText(line, { max: 20 });
    assert.deepEqual(read(schema, { km: 'ក', en: 'a' }), { km: 'ក', en: 'a' });
    assert.deepEqual(read(schema, { en: ' a ' }), { en: 'a' });
    assert.equal(read(schema, { km: '\u200b' }), undefined);
    assert.equal(read(schema, undefined), undefined);
  });

  it('can be needed in one of them', () => {
    const schema = requiredLocalText(line, { required: 'position.name.required', max: 20 });
    for (const nothing of [undefined, {}, { km: ' ' }])
      assert.deepEqual(problemsOf(schema, nothing), [['km', 'position.name.required']]);
    assert.deepEqual(read(schema, { km: 'ក' }), { km: 'ក' });
    assert.deepEqual(problemsOf(schema, { en: 'x'.repeat(21) }), [['en', 'form.too-long']]);
  });
});

describe('a whole number', () => {
  const schema = wholeNumber({ min: 1, max: 20, number: 'form.invalid', tooBig: 'form.too-long' });
  it('is read in digits of both kinds', () => {
    for (const typed of ['12', ' ១២ ', '១2']) assert.equal(read(schema, typed), 12);
  });
  it('is refused in words that say why', () => {
    for (const typed of ['twelve', '1.5', '0', '-3', '', 'NaN', 'Infinity', '1 2', undefined])
      assert.deepEqual(problemsOf(schema, typed), [['', 'form.invalid']], String(typed));
    assert.deepEqual(problemsOf(schema, '២១'), [['', 'form.too-long']]);
  });
});

describe('days and times', () => {
  it('are read in digits of both kinds', () => {
    assert.equal(read(day('form.invalid'), ' ២០២៦-០២-២៨ '), '2026-02-28');
    assert.equal(read(timeOfDay('form.invalid'), '០៩:០០'), '09:00');
    assert.equal(read(timeOfDay('form.invalid'), '23:59:00'), '23:59');
  });
  it('have to exist', () => {
    const days = [
      '2026-02-29',
      '2026-13-01',
      '26-01-01',
      '0000-01-01',
      '1899-12-31',
      '2200-01-01',
      'today',
      '',
    ];
    for (const typed of days)
      assert.deepEqual(problemsOf(day('form.invalid'), typed), [['', 'form.invalid']], typed);
    for (const typed of ['24:00', '9:00', '09:60', '09.00', ''])
      assert.deepEqual(problemsOf(timeOfDay('form.invalid'), typed), [['', 'form.invalid']], typed);
  });
});

describe('ways to reach somebody', () => {
  it('a website is http or https, and https where nothing is said', () => {
    const schema = webAddress('form.website.wrong');
    for (const [typed, kept] of [
      ['www.example.org', 'https://www.example.org'],
      [' http://example.org/a?b=ក#c ', 'http://example.org/a?b=ក#c'],
      ['example.org:8080/x', 'https://example.org:8080/x'],
      ['HTTPS://Example.org', 'HTTPS://Example.org'],
      ['//example.org/x', 'https://example.org/x'],
      ['example.org\u200b', 'https://example.org'],
    ])
      assert.equal(read(schema, typed), kept);
    const wrong = [
      'https://bank.example.org@elsewhere.example.org/',
      'user:secret@example.org',
      'javascript:alert(1)',
      ' java\nscript:alert(1)',
      'JAVASCRIPT://example.org/%0aalert(1)',
      'data:text/html,x',
      'mailto:a@example.org',
      'ftp://example.org',
      'http://localhost',
      'http://',
      'a word',
      'https:example',
      `https://example.org/${'x'.repeat(500)}`,
    ];
    for (const typed of wrong)
      assert.deepEqual(problemsOf(schema, typed)[0], ['', 'form.website.wrong'], typed);
  });

  it('an e-mail address is lower case, without spaces', () => {
    const schema = emailAddress('form.invalid');
    assert.equal(read(schema, ' Some.Body@Example.ORG\u200b '), 'some.body@example.org');
    for (const typed of [
      'nobody',
      'a@b',
      'a@@example.org',
      'a@example.org\r\nbcc:x',
      `${'x'.repeat(250)}@example.org`,
    ])
      assert.equal(problemsOf(schema, typed)[0]?.[1], 'form.invalid', typed);
  });

  it('a phone number is kept as E.164, from Cambodia unless it says otherwise', () => {
    const schema = phoneNumber('form.invalid');
    for (const typed of ['012 000 000', '០១២-០០០-០០០', '+855 12 000 000', '00855 12000000'])
      assert.equal(read(schema, typed), '+85512000000', typed);
    for (const typed of ['1', 'call me', '+855', '012 000 00', undefined])
      assert.deepEqual(problemsOf(schema, typed), [['', 'form.invalid']], typed);
  });
});

describe('choices', () => {
  it('are one of a list', () => {
    const schema = oneOf(['yes', 'no'], 'form.invalid');
    assert.equal(read(schema, 'yes'), 'yes');
    for (const typed of ['maybe', ['yes'], undefined, 'constructor', '__proto__'])
      assert.deepEqual(problemsOf(schema, typed), [['', 'form.invalid']]);
  });

  it('are any number of a list, once each, in its order; a strange one is said at the field', () => {
    const schema = someOf(['a', 'b', 'c'], 'form.invalid');
    assert.deepEqual(read(schema, undefined), []);
    assert.deepEqual(read(schema, 'b'), ['b']);
    assert.deepEqual(read(schema, ['c', 'a', 'c']), ['a', 'c']);
    for (const typed of ['d', ['a', 'd'], ['a', 'toString']])
      assert.deepEqual(problemsOf(schema, typed), [['', 'form.invalid']]);
  });

  it('are ticked or not', () => {
    assert.deepEqual([read(ticked(), 'yes'), read(ticked(), undefined)], [true, false]);
  });
});

describe('rows', () => {
  const schema = rows(requiredLine({ required: 'form.invalid', max: 5 }));
  it('close their gaps and keep their order', () => {
    assert.deepEqual(read(schema, { 10: 'c', 0: 'a', 2: 'b' }), ['a', 'b', 'c']);
    assert.deepEqual(read(schema, undefined), []);
  });
  it('say in which row something is wrong, and have a hundred places', () => {
    assert.deepEqual(problemsOf(schema, { 0: 'a', 7: 'too long' }), [['7', 'form.too-long']]);
    for (const place of ['100', '-1', '1e1', 'x', 'constructor'])
      assert.equal(problemsOf(schema, { [place]: 'a' }).length, 1, place);
  });
});
