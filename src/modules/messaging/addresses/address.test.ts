import assert from 'node:assert/strict';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { anonymous, system } from '#src/kernel/actor.ts';
import { operation } from '#src/platform/db/operation.ts';
import { startTestApp, type TestApp } from '#tests/support/app.ts';
import { readReach } from './address.form.ts';
import { listAddresses, saveAddress, savePreferred } from './address.queries.ts';
import type { Reach } from './address.ts';

describe('where somebody is reached, as people type it', () => {
  const sms = (address: string): Reach => ({ channel: 'sms', address });
  const email = (address: string): Reach => ({ channel: 'email', address });
  const typed: readonly (readonly [string, Reach | undefined])[] = [
    ['012 000 000', sms('+85512000000')],
    ['០១២ ០០០ ០០០', sms('+85512000000')],
    ['+855 12 000 000', sms('+85512000000')],
    ['00855 12 000 000', sms('+85512000000')],
    [' Dara@Example.ORG ', email('dara@example.org')],
    ['da\u200bra@example.org', email('dara@example.org')],
    ['dara@example', undefined],
    ['dara@', undefined],
    ['@', undefined],
    [`${'x'.repeat(260)}@example.org`, undefined],
    ['twelve', undefined],
    ['12', undefined],
    ['', undefined],
  ];
  for (const [text, reach] of typed)
    it(`${JSON.stringify(text.slice(0, 30))} is ${reach ? reach.address : 'neither a phone number nor an e-mail address'}`, () =>
      assert.deepEqual(readReach(text), reach));
});

describe('an address', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ now: '2026-03-01T02:00:00Z' });
  });
  afterAll(() => app.close());

  type Saved = Reach & { language: 'km' | 'en'; personId?: string };
  const save = (address: Saved) =>
    operation({
      name: 'test.saveAddress',
      load: async (load) => ({ id: load.newId() }),
      allow: () => true,
      run: (work) => saveAddress(work, address),
    })(app.runtime, system('test'), undefined);

  it('is one row, in the language it was first written down with', async () => {
    const reach = { channel: 'sms', address: '+85512000501' } as const;
    const first = await save({ ...reach, language: 'km' });
    const again = await save({ ...reach, language: 'en' });
    assert.deepEqual([again.addressId, again.language, again.personId], [first.addressId, 'km', null]);
  });

  it('gets an owner once, and is never taken over', async () => {
    const [owner, other] = [await app.build.person(), await app.build.person()];
    const address = { channel: 'sms', address: '+85512000502', language: 'en' } as const;
    await save(address);
    assert.equal((await save({ ...address, personId: owner.personId })).personId, owner.personId);
    const [own] = await listAddresses(app.runtime, system('test'), owner.personId);
    assert.equal(own?.isPreferred, true);
    assert.equal((await save({ ...address, personId: other.personId })).personId, owner.personId);
  });

  it('is preferred when it is the first; one of several at a time', async () => {
    const { personId } = await app.build.person();
    const own = (address: string) => save({ channel: 'sms', address, language: 'en', personId });
    await own('+85512000503');
    const second = await own('+85512000504');
    const preferred = async () =>
      (await listAddresses(app.runtime, system('test'), personId)).flatMap((address) =>
        address.isPreferred ? [address.address] : [],
      );
    assert.deepEqual(await preferred(), ['+85512000503']);
    await operation({
      name: 'test.savePreferred',
      load: async () => ({ id: personId }),
      allow: () => true,
      run: (work) => savePreferred(work, personId, second.addressId),
    })(app.runtime, system('test'), undefined);
    assert.deepEqual(await preferred(), ['+85512000504']);
  });

  it('is shown to its owner and to coordinators, and to nobody else', async () => {
    const [owner, other] = [await app.build.person(), await app.build.person()];
    const phone = await app.build.phone(owner);
    const actorOf = (personId: string) =>
      ({ kind: 'person', personId, seats: [], coordinator: false }) as const;
    const seenBy = async (actor: Parameters<typeof listAddresses>[1]) =>
      (await listAddresses(app.runtime, actor, owner.personId)).map(({ address }) => address);
    for (const actor of [actorOf(owner.personId), app.build.coordinatorActor(), system('test')])
      assert.deepEqual(await seenBy(actor), [phone.number]);
    for (const actor of [actorOf(other.personId), anonymous]) assert.deepEqual(await seenBy(actor), []);
  });
});
