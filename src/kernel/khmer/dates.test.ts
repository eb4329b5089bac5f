import assert from 'node:assert/strict';
import { describe, it } from 'vitest';
import { monthName, weekdayName } from './calendar-names.ts';
import {
  dayLeaf,
  isoDay,
  leafOf,
  sayDate,
  sayDateTime,
  sayDay,
  sayMonth,
  sayTime,
  sayTimeRange,
} from './dates.ts';

const zone = 'Asia/Phnom_Penh';
const at = (time: string) => new Date(`2026-12-${time}+07:00`);
const nine = at('09T09:00');

describe('a date', () => {
  it('is said in both languages, with the digits of each', () => {
    assert.equal(sayDate(nine, 'km', zone), 'ថ្ងៃពុធ ទី៩ ខែធ្នូ ឆ្នាំ២០២៦');
    assert.equal(sayDate(nine, 'en', zone), 'Wednesday 9 December 2026');
    assert.equal(sayDateTime(nine, 'km', zone), 'ថ្ងៃពុធ ទី៩ ខែធ្នូ ឆ្នាំ២០២៦ ម៉ោង ៩:០០ ព្រឹក');
    assert.equal(sayDateTime(nine, 'en', zone), 'Wednesday 9 December 2026, 9:00 am');
  });

  it('is the date where people meet, not where the server stands', () => {
    const newYear = new Date('2026-12-31T17:30:00Z');
    assert.equal(sayDate(newYear, 'en', zone), 'Friday 1 January 2027');
    assert.equal(sayDate(newYear, 'en', 'Europe/Stockholm'), 'Thursday 31 December 2026');
    assert.equal(isoDay(newYear, zone), '2027-01-01');
    assert.equal(isoDay(newYear, 'UTC'), '2026-12-31');
  });

  it('without a time needs no zone', () => {
    assert.equal(sayDay('2026-05-02', 'km'), 'ថ្ងៃសៅរ៍ ទី២ ខែឧសភា ឆ្នាំ២០២៦');
    assert.equal(sayDay('2028-02-29', 'en'), 'Tuesday 29 February 2028');
    assert.equal(sayMonth('2026-12', 'km'), 'ខែធ្នូ ឆ្នាំ២០២៦');
    assert.equal(sayMonth('2026-12-09', 'en'), 'December 2026');
  });

  it('that does not exist is refused', () => {
    for (const day of ['2026-02-29', '2026-2-1', '2026-13-01', '2026-12-09T10:00', '២០២៦-១២-០៩', ''])
      assert.throws(() => sayDay(day, 'en'), RangeError, day);
    assert.throws(() => sayMonth('2026-13', 'en'), RangeError);
    assert.throws(() => dayLeaf('2026-00-10', 'km'), RangeError);
    assert.throws(() => sayDate(new Date('no'), 'en', zone), RangeError);
    assert.throws(() => sayDate(nine, 'en', 'Asia/Nowhere'), RangeError);
  });

  it('fits a calendar leaf', () => {
    assert.deepEqual(leafOf(nine, 'km', zone), { month: 'ធ្នូ', day: '៩', weekday: 'ពុធ', year: '២០២៦' });
    assert.deepEqual(leafOf(nine, 'en', zone), {
      month: 'Dec',
      day: '9',
      weekday: 'Wed',
      year: '2026',
    });
    assert.deepEqual(dayLeaf('2026-12-09', 'km'), leafOf(nine, 'km', zone));
  });
});

describe('a time', () => {
  const parts = [
    ['00:00', '12:00 am', 'ម៉ោង ១២:០០ យប់'],
    ['03:59', '3:59 am', 'ម៉ោង ៣:៥៩ យប់'],
    ['04:00', '4:00 am', 'ម៉ោង ៤:០០ ព្រឹក'],
    ['11:59', '11:59 am', 'ម៉ោង ១១:៥៩ ព្រឹក'],
    ['12:00', '12:00 pm', 'ម៉ោង ១២:០០ រសៀល'],
    ['14:05', '2:05 pm', 'ម៉ោង ២:០៥ រសៀល'],
    ['16:59', '4:59 pm', 'ម៉ោង ៤:៥៩ រសៀល'],
    ['17:00', '5:00 pm', 'ម៉ោង ៥:០០ ល្ងាច'],
    ['18:59', '6:59 pm', 'ម៉ោង ៦:៥៩ ល្ងាច'],
    ['19:00', '7:00 pm', 'ម៉ោង ៧:០០ យប់'],
    ['23:30', '11:30 pm', 'ម៉ោង ១១:៣០ យប់'],
  ] as const;
  for (const [time, english, khmer] of parts)
    it(`of ${time} has its part of the day`, () => {
      assert.equal(sayTime(at(`09T${time}`), 'en', zone), english);
      assert.equal(sayTime(at(`09T${time}`), 'km', zone), khmer);
    });

  const until = (start: string, end: string, language: 'km' | 'en') =>
    sayTimeRange(at(start), at(end), language, zone);

  it('to a time in the same part of the day names that part once', () => {
    assert.equal(until('09T09:00', '09T11:30', 'en'), '9:00 to 11:30 am');
    assert.equal(until('09T09:00', '09T11:30', 'km'), 'ម៉ោង ៩:០០ ព្រឹក ដល់ ១១:៣០');
    assert.equal(until('09T14:00', '09T17:30', 'en'), '2:00 to 5:30 pm');
  });

  it('to a time in another part names both', () => {
    assert.equal(until('09T09:00', '09T13:30', 'en'), '9:00 am to 1:30 pm');
    assert.equal(until('09T09:00', '09T13:30', 'km'), 'ម៉ោង ៩:០០ ព្រឹក ដល់ ១:៣០ រសៀល');
    assert.equal(until('09T14:00', '09T17:30', 'km'), 'ម៉ោង ២:០០ រសៀល ដល់ ៥:៣០ ល្ងាច');
    assert.equal(until('09T01:00', '09T22:00', 'km'), 'ម៉ោង ១:០០ យប់ ដល់ ១០:០០ យប់');
  });

  it('to another day says which', () => {
    assert.equal(until('09T09:00', '10T09:30', 'en'), '9:00 am to Thursday 10 December 2026, 9:30 am');
    assert.equal(
      until('09T20:00', '10T09:30', 'km'),
      'ម៉ោង ៨:០០ យប់ ដល់ ថ្ងៃព្រហស្បតិ៍ ទី១០ ខែធ្នូ ឆ្នាំ២០២៦ ម៉ោង ៩:៣០ ព្រឹក',
    );
  });
});

describe('names in the calendar', () => {
  const monthOf = (language: string, month: number) =>
    new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }).format(
      Date.UTC(2026, month - 1, 1),
    );
  const weekdayOf = (language: string, weekday: number) =>
    new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(
      Date.UTC(2026, 1, 1 + weekday),
    );

  for (const language of ['km', 'en'] as const)
    it(`are the ones Unicode CLDR has, in ${language}`, () => {
      for (let month = 1; month <= 12; month += 1)
        assert.equal(monthName(month, language), monthOf(language, month));
      for (let weekday = 0; weekday <= 6; weekday += 1)
        assert.equal(weekdayName(weekday, language), weekdayOf(language, weekday));
    });

  it('end where the calendar ends', () => {
    for (const month of [0, 13, 1.5]) assert.throws(() => monthName(month, 'km'), RangeError);
    for (const weekday of [-1, 7]) assert.throws(() => weekdayName(weekday, 'en'), RangeError);
  });
});

it('never hides a character in what it says', () => {
  for (let hour = 0; hour < 24 * 365; hour += 7) {
    const then = new Date(nine.getTime() + hour * 3_600_000);
    assert.match(sayTimeRange(nine, then, 'km', zone), /^[\u1780-\u17e9 :]+$/);
    assert.match(sayDateTime(then, 'en', zone), /^[\w :,]+$/);
  }
});
