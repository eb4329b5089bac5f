import assert from 'node:assert/strict';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { startTestApp, type TestApp } from '#tests/support/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ now: '2026-03-01T02:00:00Z' });
});
afterAll(() => app.close());

const inAMinute = () => {
  app.clock.now = new Date(app.clock.now.getTime() + 60_000);
};
const search = (address: string) => app.browser({ address }).get('/en/organisations?q=water');

/** How many of so many requests are told that they are too many. */
async function tooMany(times: number, send: () => Promise<{ readonly status: number }>): Promise<number> {
  const statuses: number[] = [];
  for (let sent = 0; sent < times; sent += 20) {
    const answers = await Promise.all(Array.from({ length: Math.min(20, times - sent) }, send));
    statuses.push(...answers.map(({ status }) => status));
  }
  return statuses.filter((status) => status === 429).length;
}

describe('the limit on searching', () => {
  it('is 240 a minute for one address; pages without a search are never counted', async () => {
    const address = '192.0.2.1';
    assert.equal(await tooMany(241, () => search(address)), 1);
    const answer = await search(address);
    assert.ok(Number(answer.headers.get('retry-after')) <= 60);
    assert.match(answer.text, /minute/);
    assert.equal((await app.browser({ address }).get('/en/organisations')).status, 200);
    assert.equal((await search('192.0.2.2')).status, 200);
    inAMinute();
    assert.equal((await search(address)).status, 200);
  });

  it('counts a whole IPv6 line as one, because whoever has it has all its addresses', async () => {
    let place = 0;
    const next = () => {
      place += 1;
      return search(`2001:db8:1:2:${place.toString(16)}::1`);
    };
    assert.equal(await tooMany(241, next), 1);
    assert.equal((await search('2001:db8:1:3::1')).status, 200);
  });
});

describe('the limit on forms', () => {
  it('is 300 a minute for one address, and 120 for one account, wherever it is used', async () => {
    const visitor = app.browser({ address: '192.0.2.3' });
    await visitor.submit('/en/nowhere');
    inAMinute();
    assert.equal(await tooMany(301, () => visitor.submit('/en/nowhere')), 1);

    const person = await app.build.person();
    await person.submit('/en/nowhere');
    inAMinute();
    const elsewhere = app.browser({ session: person.cookies.get('session') ?? '', address: '192.0.2.4' });
    await elsewhere.submit('/en/nowhere');
    assert.equal(await tooMany(119, () => person.submit('/en/nowhere')), 0);
    assert.equal((await elsewhere.submit('/en/nowhere')).status, 429);
    assert.equal((await elsewhere.get('/en/start')).status, 200);
  });
});
