import assert from 'node:assert/strict';
import { describe, it } from 'vitest';
import { addDays, daysOf, instantOf, localOf } from './recurrence.ts';

describe('days of a rule', () => {
  const year = { from: '2026-12-01', until: '2027-12-31' };
  it('come every third month on the second Wednesday', () => {
    assert.deepEqual(daysOf('FREQ=MONTHLY;INTERVAL=3;BYDAY=2WE', '2026-12-09', year), [
      '2026-12-09',
      '2027-03-10',
      '2027-06-09',
      '2027-09-08',
      '2027-12-08',
    ]);
  });
  it('include both ends of the span, and begin with the first day', () => {
    const rule = 'FREQ=WEEKLY;BYDAY=TU';
    assert.deepEqual(daysOf(rule, '2026-12-08', { from: '2026-12-01', until: '2026-12-22' }), [
      '2026-12-08',
      '2026-12-15',
      '2026-12-22',
    ]);
  });
  it('take the last day of a month that is too short', () => {
    const rule = 'FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1';
    assert.deepEqual(daysOf(rule, '2027-01-31', { from: '2027-01-01', until: '2027-04-30' }), [
      '2027-01-31',
      '2027-02-28',
      '2027-03-31',
      '2027-04-30',
    ]);
  });
  it('end when the rule says so', () => {
    const rule = 'FREQ=MONTHLY;BYMONTHDAY=5;UNTIL=20270205T000000Z';
    assert.deepEqual(daysOf(rule, '2027-01-05', year), ['2027-01-05', '2027-02-05']);
  });
});

describe('times', () => {
  it('are those of the zone', () => {
    assert.equal(
      instantOf('2026-12-09', '09:00', 'Asia/Phnom_Penh').toISOString(),
      '2026-12-09T02:00:00.000Z',
    );
    assert.deepEqual(localOf(new Date('2026-12-08T18:30:00Z'), 'Asia/Phnom_Penh'), {
      day: '2026-12-09',
      time: '01:30',
    });
  });
  it('add days over the end of a month', () => assert.equal(addDays('2027-02-27', 3), '2027-03-02'));
});
