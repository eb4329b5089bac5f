import assert from 'node:assert/strict';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { startTestApp, type TestApp } from '#tests/support/app.ts';
import { clientAddress, networkOf } from './client-address.ts';

const asked = (peer: string | undefined, forwarded?: string) => ({
  env: { incoming: { socket: peer === undefined ? {} : { remoteAddress: peer } } },
  req: { header: (name: string) => (name === 'x-forwarded-for' ? forwarded : undefined) },
});

describe('the address of who asks', () => {
  it('is the other end of the connection, whatever it says of itself', () => {
    const addressOf = clientAddress([]);
    assert.equal(addressOf(asked('203.0.113.9', '198.51.100.1')), '203.0.113.9');
    assert.equal(addressOf(asked('::ffff:203.0.113.9')), '203.0.113.9');
    assert.equal(addressOf(asked('2001:db8::1')), '2001:db8::1');
    for (const nobody of [asked(undefined), asked('/run/socket'), asked('')])
      assert.equal(addressOf(nobody), 'unknown');
    assert.equal(addressOf({ req: { header: () => undefined } }), 'unknown');
  });

  it('is the last one a proxy of ours names that is no proxy of ours', () => {
    const addressOf = clientAddress(['127.0.0.1', '10.0.0.0/8', '2001:db8:1::/48']);
    for (const [peer, forwarded, address] of [
      ['127.0.0.1', '203.0.113.9', '203.0.113.9'],
      ['::ffff:127.0.0.1', '203.0.113.9', '203.0.113.9'],
      ['127.0.0.1', '198.51.100.1, 203.0.113.9, 10.1.2.3', '203.0.113.9'],
      ['2001:db8:1::5', '2001:db8:2::9', '2001:db8:2::9'],
      ['127.0.0.1', '198.51.100.1, unknown', '127.0.0.1'],
      ['127.0.0.1', '198.51.100.1, 203.0.113.9:51234', '203.0.113.9'],
      ['127.0.0.1', '198.51.100.1, [2001:db8:2::9]:443', '2001:db8:2::9'],
      ['127.0.0.1', '::ffff:203.0.113.9', '203.0.113.9'],
      ['127.0.0.1', '10.1.2.3', '127.0.0.1'],
      ['127.0.0.1', undefined, '127.0.0.1'],
      ['127.0.0.1', ' , ,', '127.0.0.1'],
      ['203.0.113.9', '198.51.100.1', '203.0.113.9'],
      ['11.0.0.1', '198.51.100.1', '11.0.0.1'],
    ] as const)
      assert.equal(addressOf(asked(peer, forwarded)), address, `${peer} ${forwarded}`);
  });
});

describe('whose line it is', () => {
  it('is the address itself, and the first half of an IPv6 one', () => {
    assert.equal(networkOf('203.0.113.9'), '203.0.113.9');
    for (const address of ['2001:db8:0:5::1', '2001:db8:0:5:ffff:ffff:ffff:ffff', '2001:db8::5:1:2:3:4'])
      assert.equal(networkOf(address), '2001:db8:0:5::/64', address);
    assert.equal(networkOf('::1'), '0:0:0:0::/64');
    assert.notEqual(networkOf('2001:db8:0:6::1'), networkOf('2001:db8:0:5::1'));
    assert.equal(networkOf('unknown'), 'unknown');
  });
});

describe('a limit by address', () => {
  let app: TestApp;
  let behind: TestApp;
  beforeAll(async () => {
    const now = '2026-03-01T02:00:00Z';
    app = await startTestApp({ now });
    behind = await startTestApp({ now, settings: { trustedProxies: ['127.0.0.1'] } });
  });
  afterAll(() => Promise.all([app.close(), behind.close()]));

  const keysIn = async ({ db }: TestApp) =>
    (await db.selectFrom('platform.rate_limit').select('key').execute()).map(({ key }) => key);
  const search = ({ browser }: TestApp, address: string, forwarded: string) =>
    browser({ address }).request('/en/organisations?q=a', { headers: { 'x-forwarded-for': forwarded } });

  it('is not passed by naming another address each time, and keeps none in the clear', async () => {
    for (const forged of ['198.51.100.1', '198.51.100.2', '198.51.100.3'])
      await search(app, '203.0.113.9', forged);
    await search(app, '2001:db8:0:5::1', '');
    await search(app, '2001:db8:0:5::2', '');
    const keys = await keysIn(app);
    assert.equal(keys.length, 2);
    assert.doesNotMatch(keys.join(), /203\.0|2001|198\.51/);
  });

  it('tells people behind our proxy apart', async () => {
    for (const address of ['198.51.100.1', '198.51.100.2']) await search(behind, '127.0.0.1', address);
    assert.equal((await keysIn(behind)).length, 2);
  });
});
