import assert from 'node:assert/strict';
import { describe, it } from 'vitest';
import { recurrenceOf, repeats, ruleOf } from './recurrence.ts';

describe('a rule made of plain choices', () => {
  const rules = [
    ['never', 1, '2026-12-09', undefined],
    ['weeks', 1, '2026-12-09', 'FREQ=WEEKLY;BYDAY=WE'],
    ['weeks', 2, '2026-12-09', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=WE'],
    ['months-by-date', 1, '2026-12-09', 'FREQ=MONTHLY;BYMONTHDAY=9'],
    ['months-by-date', 1, '2026-12-31', 'FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1'],
    ['months-by-weekday', 3, '2026-12-09', 'FREQ=MONTHLY;INTERVAL=3;BYDAY=2WE'],
    ['months-by-weekday', 1, '2026-12-30', 'FREQ=MONTHLY;BYDAY=-1WE'],
    ['years', 1, '2026-08-29', 'FREQ=YEARLY'],
    ['years', 2, '2028-02-29', 'FREQ=YEARLY;INTERVAL=2;BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1'],
  ] as const;
  for (const [repeat, every, firstOn, rule] of rules)
    it(`${repeat}, every ${every}, from ${firstOn}`, () =>
      assert.equal(ruleOf({ repeat, every }, firstOn), rule));

  it('ends where it is told to', () => {
    const rule = ruleOf({ repeat: 'years', every: 1, until: '2030-12-31' }, '2026-08-29');
    assert.equal(rule, 'FREQ=YEARLY;UNTIL=20301231T000000Z');
  });

  it('gives the same choices back', () => {
    for (const [repeat, firstOn] of repeats.flatMap((one) =>
      ['2026-12-09', '2026-12-31', '2028-02-29'].map((first) => [one, first] as const),
    ))
      for (const until of [undefined, '2030-01-31']) {
        const chosen = {
          repeat,
          every: repeat === 'never' ? 1 : 4,
          until: repeat === 'never' ? undefined : until,
        };
        assert.deepEqual(recurrenceOf(ruleOf(chosen, firstOn) ?? null), chosen);
      }
  });
});
