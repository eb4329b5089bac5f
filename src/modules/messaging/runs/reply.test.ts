import assert from 'node:assert/strict';
import { describe, it } from 'vitest';
import { readReply } from './reply.ts';

const offers = [
  { number: 1, words: ['ខ្ញុំនឹងមក', 'I will come', 'yes', ' come', 'បាទ', 'ចាស', 'មក', 'នឹងមក'] },
  { number: 2, words: ['ប្រហែលជាមក', 'Maybe'] },
  { number: 3, words: ['ខ្ញុំមិនអាចមក', 'I cannot come', 'no', 'can’t come', 'not', 'ទេ', 'មិនមក'] },
];
const beside = ['ok', 'please', ' thanks', 'number', 'សូម', 'លេខ', 'អរគុណ'];

describe('a reply to a choice', () => {
  const choice = (reply: string) => readReply(reply, { offers, beside, wantsNumber: false });
  const understood: Readonly<Record<string, readonly string[]>> = {
    '1': [
      '1',
      ' 1 ',
      '1.',
      '(1)',
      '#1!',
      '១',
      '១។',
      'Ok 1',
      '1 please',
      'OK, 1. Thanks!',
      'លេខ១',
      'សូមលេខ 1',
      '1️⃣',
      '1 yes',
    ],
    'also 1': [
      'I will come',
      'i WILL come!',
      'Yes',
      '“yes”',
      'yes, I will come',
      'ខ្ញុំនឹងមក',
      'ខ្ញុំ​នឹងមក។',
      'បាទ',
      'ចាស អរគុណ',
      'បាទ មក',
      'yes please 👍',
    ],
    '2': ['2', 'maybe?', 'ប្រហែលជាមក', 'Ok maybe'],
    '3': [
      '3',
      'No.',
      'no no',
      'I cannot come',
      "can't come",
      'CAN’T COME',
      'ទេ',
      'ទេ អរគុណ',
      'ខ្ញុំមិនអាចមក',
      'មិនមក',
      '3. I cannot come',
    ],
  };
  for (const [name, replies] of Object.entries(understood))
    for (const reply of replies) {
      const number = name.replace('also ', '');
      it(`${JSON.stringify(reply)} is ${number}`, () => assert.equal(choice(reply), number));
    }

  const notUnderstood = [
    ...['1 or 2', '1 2', '1/2', '12', '4', '0', '1.5', '2026', 'yes no', 'no 1', 'not 1', 'come 3', 'yes 3'],
    ...['3 people', '៣ នាក់', 'at 3', 'ok', 'please', '', '?', 'មិន', 'មិនមក ១', 'បាទ ទេ', 'Who are you?'],
    `1 ${'x'.repeat(60)}`,
    `1${' '.repeat(60)}`,
  ];
  for (const reply of notUnderstood)
    it(`${JSON.stringify(reply.slice(0, 20))} is not one answer`, () => assert.equal(choice(reply), reply));
});

describe('a reply to “how many?”', () => {
  const many = (reply: string) =>
    readReply(reply, {
      offers: [{ number: 0, words: ['I cannot come'] }],
      beside: [...beside, 'people', 'come', 'we are', 'នាក់', 'មក'],
      wantsNumber: true,
    });
  for (const [reply, number] of [
    ['3', '3'],
    ['៣', '3'],
    ['Ok 3 people.', '3'],
    ['We are 12', '12'],
    ['មក៣នាក់', '3'],
    ['0', '0'],
    ['០', '0'],
    ['I cannot come', '0'],
  ] as const)
    it(`${JSON.stringify(reply)} is ${number}`, () => assert.equal(many(reply), number));
  for (const reply of ['2 or 3', 'no', 'people', '2 adults', '012 000 000', '10:30'])
    it(`${JSON.stringify(reply)} is no number of people`, () => assert.equal(many(reply), reply));
});
