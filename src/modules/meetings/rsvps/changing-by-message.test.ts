import assert from 'node:assert/strict';
import { afterAll, beforeAll, beforeEach, describe, it } from 'vitest';
import { startTestApp, type TestApp } from '#tests/support/app.ts';
import { unlikelyNumber } from '#tests/support/builders.ts';

const now = '2026-03-01T02:00:00Z';
let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ now });
});
afterAll(() => app.close());
beforeEach(() => {
  app.clock.now = new Date(now);
});

describe('an answer given by SMS', () => {
  it('is changed by another number, and taken back by 3', async () => {
    const meeting = await app.build.occurrence({ seats: 5 });
    const phone = await asked(meeting);
    await phone.says('1');
    await phone.says('2');
    assert.match(await phone.says('1'), /^How many people come to the board meeting, Wednesday 11 March/);
    assert.match(await phone.says('4'), /: I will come, 4 people\.\n/);
    assert.deepEqual(await answerTo(meeting), { answer: 'accepted', seats: 4 });
    assert.match(await phone.says('3'), /^You answered for the board meeting, .+: I cannot come\.\n/);
    assert.deepEqual(await answerTo(meeting), { answer: 'declined', seats: 1 });
    assert.equal(await takenSeats(meeting), 0);
    assert.match(await phone.says('Maybe'), /: maybe\.\n/);
  });

  it('stays as it is when something else is written, and it is said how to change it', async () => {
    const meeting = await app.build.occurrence();
    const phone = await asked(meeting);
    await phone.says('2');
    assert.match(
      await phone.says('Where is it?'),
      /^We did not understand this\. If you want to change your last answer, send a number\.\nWill you come to .+\n1\. I will come\n/,
    );
    assert.deepEqual(await answerTo(meeting), { answer: 'tentative', seats: 1 });
  });

  it('is not changed once the meeting takes no more answers, which is said once', async () => {
    const meeting = await app.build.occurrence({ inDays: 2, closesInDays: 1 });
    const phone = await asked(meeting);
    await phone.says('2');
    app.clock.now = new Date('2026-03-02T03:00:00Z');
    assert.equal(
      await phone.says('3'),
      'the board meeting, Tuesday 3 March 2026, 9:00 am: no more answers are taken.',
    );
    assert.match(await phone.says('3'), /there is nothing you need to answer now/);
    assert.deepEqual(await answerTo(meeting), { answer: 'tentative', seats: 1 });
  });

  it('names the day the meeting has been moved to', async () => {
    const meeting = await app.build.occurrence();
    const phone = await asked(meeting);
    await app.db
      .updateTable('meetings.occurrence')
      .set({ starts_at: new Date('2026-03-12T02:00:00Z'), ends_at: new Date('2026-03-12T04:00:00Z') })
      .where('id', '=', meeting.id)
      .execute();
    assert.match(await phone.says('2'), /^You answered for the board meeting, Thursday 12 March 2026/);
  });
});

describe('the question how many come', () => {
  it('says the way out, and takes it: 0, or the words of the choice', async () => {
    for (const wayOut of ['0', '០', 'I cannot come']) {
      const meeting = await app.build.occurrence();
      const phone = await asked(meeting);
      assert.match(await phone.says('1'), /or 0 if you cannot come after all\.$/);
      assert.match(await phone.says(wayOut), /: I cannot come\.\n/);
      assert.deepEqual(await answerTo(meeting), { answer: 'declined', seats: 1 });
    }
  });

  it('says it in Khmer too', async () => {
    const phone = await asked(await app.build.occurrence(), 'km');
    assert.match(await phone.says('ខ្ញុំនឹងមក'), /ឬ ០ បើអ្នកមិនអាចមកទេ។$/);
    assert.match(await phone.says('០'), /អ្នកបានឆ្លើយថាមិនអាចមក។/);
  });

  it('is asked again of whoever writes no number, with their meeting named', async () => {
    const phone = await asked(await app.build.occurrence());
    await phone.says('1');
    for (const reply of ['21', 'no', 'my brother'])
      assert.match(
        await phone.says(reply),
        /^Write the number of people with digits, like 2\.\nHow many people/,
      );
    assert.match(await phone.says('We are 3 people'), /: I will come, 3 people\./);
  });
});

describe('words for an answer', () => {
  const words = {
    tentative: ['Maybe', 'perhaps.', 'ប្រហែលជាមក', '២', 'Ok 2', '2 please', 'not sure'],
    declined: [
      'No',
      'n',
      'I cannot come',
      "can't come",
      'ទេ',
      'អត់ទេ',
      'ខ្ញុំមិនអាចមក',
      'មិនមកទេ',
      'មកមិនបាន',
      '(3)',
    ],
  };
  for (const [answer, replies] of Object.entries(words))
    it(`are understood in both languages: ${answer}`, async () => {
      const phone = await asked(await app.build.occurrence());
      const said = answer === 'tentative' ? 'maybe' : 'I cannot come';
      for (const reply of replies) assert.match(await phone.says(reply), new RegExp(`: ${said}\\.\n`), reply);
    });

  it('are understood in both languages: accepted', async () => {
    for (const reply of ['Yes!', 'I will come', 'y', 'បាទ', 'ចាស', 'ខ្ញុំនឹងមក។', 'បាទ ខ្ញុំនឹងមក', 'លេខ១']) {
      const phone = await asked(await app.build.occurrence());
      assert.match(await phone.says(reply), /^How many people/, reply);
    }
  });

  it('that may mean two answers are asked about', async () => {
    const phone = await asked(await app.build.occurrence());
    for (const reply of ['1 or 2', 'yes no', 'not 1'])
      assert.match(await phone.says(reply), /^Please answer 1, 2 or 3\./, reply);
  });
});

async function asked(meeting: { page: string }, language = 'en') {
  const coordinator = await app.build.coordinator();
  const reach = unlikelyNumber();
  const contact = { name: 'Dara', reach, language };
  assert.equal((await coordinator.submit(`${meeting.page}/invitations/contacts`, contact)).status, 303);
  return app.build.phoneOf(reach);
}

const answerTo = ({ id }: { id: string }) =>
  app.db
    .selectFrom('meetings.rsvp')
    .select(['answer', 'seats'])
    .where('occurrence_id', '=', id)
    .executeTakeFirst();

async function takenSeats({ id }: { id: string }) {
  const { seats_taken: taken } = await app.db
    .selectFrom('meetings.occurrence')
    .select('seats_taken')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return taken;
}
