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
  it('keep the rhythm of the first day, wherever the span begins', () => {
    const rule = 'FREQ=WEEKLY;INTERVAL=3;BYDAY=WE';
    const all = daysOf(rule, '2026-12-09', { from: '2026-12-09', until: '2028-12-31' });
    const later = daysOf(rule, '2026-12-09', { from: '2028-06-01', until: '2028-12-31' });
    assert.ok(later.length > 5);
    assert.deepEqual(all.slice(-later.length), later);
  });
  it('of a year that is too short are its last of February', () => {
    const rule = 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1';
    assert.deepEqual(daysOf(rule, '2028-02-29', { from: '2028-01-01', until: '2032-12-31' }), [
      '2028-02-29',
      '2029-02-28',
      '2030-02-28',
      '2031-02-28',
      '2032-02-29',
    ]);
  });
  it('of a fifth weekday are those of the last one', () => {
    const rule = 'FREQ=MONTHLY;BYDAY=-1WE';
    assert.deepEqual(daysOf(rule, '2026-12-30', { from: '2026-12-01', until: '2027-03-31' }), [
      '2026-12-30',
      '2027-01-27',
      '2027-02-24',
      '2027-03-31',
    ]);
  });
  it('are none where the span ends before the first day, or begins after the last', () => {
    const rule = 'FREQ=WEEKLY;BYDAY=WE;UNTIL=20270101T000000Z';
    assert.deepEqual(daysOf(rule, '2026-12-09', { from: '2026-01-01', until: '2026-12-08' }), []);
    assert.deepEqual(daysOf(rule, '2026-12-09', { from: '2027-01-02', until: '2027-12-31' }), []);
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
  it('stay what they are for people, whatever the clocks of the zone do', () => {
    const at = (day: string) => instantOf(day, '09:00', 'Europe/Stockholm').toISOString();
    assert.deepEqual(
      [at('2026-03-28'), at('2026-03-29'), at('2026-10-25')],
      ['2026-03-28T08:00:00.000Z', '2026-03-29T07:00:00.000Z', '2026-10-25T08:00:00.000Z'],
    );
    for (const day of ['2026-03-28', '2026-03-29', '2026-10-24', '2026-10-25'])
      assert.deepEqual(localOf(instantOf(day, '09:00', 'Europe/Stockholm'), 'Europe/Stockholm'), {
        day,
        time: '09:00',
      });
  });
  it('that the clocks leave out are those an hour later', () =>
    assert.equal(
      instantOf('2026-03-29', '02:30', 'Europe/Stockholm').toISOString(),
      '2026-03-29T01:30:00.000Z',
    ));
  it('add days over the end of a month', () => assert.equal(addDays('2027-02-27', 3), '2027-03-02'));
});
