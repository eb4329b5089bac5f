import assert from 'node:assert/strict';
import { describe, it } from 'vitest';
import { filledForm, formState } from './form-state.ts';
import { typedFrom } from './typed.ts';

describe('a form as its page shows it', () => {
  it('gives back what was typed, and the sentence for each field', () => {
    const form = formState(typedFrom({ name: ' as typed ', many: ['a', 'b'] }), {
      errors: new Map([['name', 'Too short.']]),
      refusal: 'Not today.',
    });
    assert.deepEqual([form.value('name'), form.value('absent'), form.value('many')], [' as typed ', '', 'a']);
    assert.deepEqual([form.values('many'), form.values('absent')], [['a', 'b'], []]);
    assert.deepEqual(
      [form.error('name'), form.error('many'), form.refusal],
      ['Too short.', undefined, 'Not today.'],
    );
  });

  it('counts the rows that were filled in, and blank ones too where one more was asked for', () => {
    const sent = { 'rows.0.a': '', 'rows.1.a': 'x', 'rows.2.a': ' ', 'rowsmore.7.a': 'x', rows: 'x' };
    const counts = (again: string) => {
      const form = formState(typedFrom({ ...sent, again }));
      return ['rows', 'rowsmore', 'none'].map((group) => form.rows(group));
    };
    assert.deepEqual(
      [counts(''), counts('rowsmore'), counts('rows')],
      [
        [2, 8, 0],
        [2, 8, 0],
        [3, 8, 0],
      ],
    );
  });

  it('counts no row it could not draw', () => {
    for (const place of ['100', '99999999', '1e9', '0x7fffffff', 'x', 'Infinity'])
      assert.equal(formState(typedFrom({ [`rows.${place}.a`]: 'x' })).rows('rows'), 0, place);
  });
});

describe('a form filled with what is saved', () => {
  it('has a field for every value, by its path', () => {
    const form = filledForm({
      name: { km: 'ក', en: undefined },
      seats: 0,
      tags: ['a', 'b'],
      none: [],
      isOpen: true,
      isShut: false,
      gone: null,
      rows: [{ text: { en: 'x' } }, { text: {} }, { text: { en: 'z' } }],
    });
    assert.deepEqual(
      ['name.km', 'name.en', 'seats', 'isOpen', 'isShut', 'gone', 'rows.0.text.en', 'rows.2.text.en'].map(
        (field) => form.value(field),
      ),
      ['ក', '', '0', 'true', '', '', 'x', 'z'],
    );
    assert.deepEqual([form.values('tags'), form.values('none'), form.rows('rows')], [['a', 'b'], [], 3]);
  });
});
