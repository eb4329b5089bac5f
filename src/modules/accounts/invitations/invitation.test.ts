import assert from 'node:assert/strict';
import { afterAll, beforeAll, describe, it } from 'vitest';
import {
  invite,
  joined,
  lastLink,
  later,
  linkToPassOn,
  messagesTo,
  newEmail,
  password,
  startAccounts,
  stranger,
} from '#tests/support/accounts.ts';
import type { TestApp } from '#tests/support/app.ts';
import { unlikelyNumber } from '#tests/support/builders.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startAccounts({ now: '2026-03-01T02:00:00Z' });
});
afterAll(() => app.close());

const used = /This link has been used already, was taken back, or is too old\./;
describe('a coordinator invites', () => {
  const start = '/en/start';
  const allowed = {
    coordinator: { '/en/coordinate': 200, '/en/invitations/new': 200, edit: 200 },
    representative: { '/en/coordinate': 403, '/en/invitations/new': 200, edit: 200 },
    staff: { '/en/coordinate': 403, '/en/invitations/new': 403, edit: 403 },
    account: { '/en/coordinate': 403, '/en/invitations/new': 403, edit: 403 },
  };
  const cases = (['email', 'sms'] as const).flatMap((channel) =>
    (['coordinator', 'representative', 'staff', 'account'] as const).map((role) => [channel, role] as const),
  );

  it.each(cases)('by %s, as %s: that is what the new account may do', async (channel, role) => {
    const organisation = await app.build.organisation();
    const isOf = role === 'representative' || role === 'staff';
    const browser = await joined(app, {
      role,
      reach: channel === 'email' ? newEmail() : unlikelyNumber(),
      ...(isOf && { organisationId: organisation.id }),
    });
    const [sent] = await messagesTo(app, browser.reach);
    assert.deepEqual([sent?.channel, sent?.state], [channel, 'delivered']);
    assert.equal((await browser.get(start)).status, 200);
    for (const [path, status] of Object.entries(allowed[role])) {
      const real = path === 'edit' ? `/en/organisations/${organisation.slug}/edit` : path;
      assert.equal((await browser.get(real)).status, status, path);
    }
  });

  it('in the language the other reads, for the organisation by its name', async () => {
    const { id } = await app.build.organisation({ name: { en: 'River Watch', km: 'អង្គការទន្លេ' } });
    const english = await invite(app, { role: 'staff', organisationId: id, language: 'en' });
    const [inEnglish] = await messagesTo(app, english.reach);
    assert.equal(inEnglish?.subject, 'An invitation to the network');
    assert.match(
      inEnglish?.body ?? '',
      /^You are invited to the network for River Watch\. Choose a password/,
    );
    assert.match(english.link, /^\/en\/invitation\?code=[0-9a-f]{40}$/);

    const khmer = await invite(app, { role: 'staff', organisationId: id, language: 'km' });
    const [inKhmer] = await messagesTo(app, khmer.reach);
    assert.match(inKhmer?.body ?? '', /អង្គការទន្លេ/);
    assert.doesNotMatch(inKhmer?.body ?? '', /invited|River Watch/);
    assert.match(khmer.link, /^\/km\/invitation\?code=/);
    const page = await stranger(app).get(english.link);
    assert.match(page.text, /You are invited as: Staff\./);
    assert.match(page.text, /River Watch/);
    assert.match(page.text, new RegExp(`You sign in with ${english.reach}`));
  });

  it('in the language chosen, although the address read another until now', async () => {
    const reach = newEmail();
    await invite(app, { reach, language: 'km' });
    const { link } = await invite(app, { reach, language: 'en' });
    assert.match((await messagesTo(app, reach)).at(-1)?.body ?? '', /^You are invited to the network\./);
    assert.match(link, /^\/en\//);
  });

  it('by the name they call the other, who may write it otherwise', async () => {
    const coordinator = await app.build.coordinator();
    const reach = newEmail();
    const given = { reach, name: 'Kim Sreymom', role: 'account', language: 'en' };
    const list = await coordinator.follow('/en/invitations/new', given);
    assert.match(rowOf(list.text, reach), /Kim Sreymom/);
    const link = await lastLink(app, reach);
    assert.match((await stranger(app).get(link)).text, /value="Kim Sreymom"/);
  });

  it('and is told the same, whether the other has an account already or not', async () => {
    const coordinator = await app.build.coordinator();
    const { reach: known } = await joined(app);
    const answers = [];
    for (const reach of [known, newEmail()]) {
      const given = { reach, role: 'account', language: 'en' };
      const { status, location, headers } = await coordinator.submit('/en/invitations/new', given);
      answers.push([status, location, headers.getSetCookie()]);
    }
    assert.deepEqual(answers[0], answers[1]);
  });

  it('but not for an organisation that does not exist, nor for none where one is needed', async () => {
    const coordinator = await app.build.coordinator();
    const given = { reach: newEmail(), role: 'representative', language: 'en' };
    const none = await coordinator.submit('/en/invitations/new', given);
    assert.equal(none.status, 422);
    assert.match(none.text, /Choose the organisation\./);
    assert.match(none.text, new RegExp(`value="${given.reach}"`));
    const organisationId = app.runtime.newId();
    const unknown = await coordinator.submit('/en/invitations/new', { ...given, organisationId });
    assert.equal(unknown.status, 404);
    assert.deepEqual(await messagesTo(app, given.reach), []);
  });

  it('without an address, and passes on a link that is shown once and good for seven days', async () => {
    const [inTime, tooLate] = [await linkToPassOn(app), await linkToPassOn(app)];
    const coordinator = await app.build.coordinator();
    const { text } = await coordinator.get('/en/invitations');
    for (const link of [inTime, tooLate]) assert.ok(!text.includes(link.split('=')[1] ?? link));
    later(app, { days: 6, hours: 23, minutes: 59 });
    const given = { name: 'Dara', password };
    const nameless = await stranger(app).submit(inTime, given);
    assert.equal(nameless.status, 422);
    assert.match(nameless.text, /e-mail address such as/);
    assert.equal((await stranger(app).submit(inTime, { ...given, email: newEmail() })).status, 303);
    later(app, { minutes: 2 });
    const late = await stranger(app).submit(tooLate, { ...given, email: newEmail() });
    assert.match(late.text, used);
  });

  it.each([
    ['not an address', '012', /telephone|phone/i],
    ['half an e-mail address', 'somebody@', /e-mail/],
  ])('but not %s', async (_, reach, sentence) => {
    const coordinator = await app.build.coordinator();
    const answer = await coordinator.submit('/en/invitations/new', {
      reach,
      role: 'account',
      language: 'en',
    });
    assert.equal(answer.status, 422);
    assert.match(/id="reach-error">([^<]+)</.exec(answer.text)?.[1] ?? '', sentence);
  });
});

describe('an invitation', () => {
  const given = (email: string) => ({ name: 'Dara', email, password });

  it('is good for seven days', async () => {
    const [inTime, tooLate] = [await invite(app), await invite(app)];
    later(app, { days: 6, hours: 23, minutes: 59 });
    assert.equal((await stranger(app).submit(inTime.link, given(inTime.reach))).status, 303);
    later(app, { minutes: 1 });
    const answer = await stranger(app).submit(tooLate.link, given(tooLate.reach));
    assert.equal(answer.status, 422);
    assert.match(answer.text, used);
  });

  it('is good once', async () => {
    const { reach, link } = await invite(app);
    assert.equal((await stranger(app).submit(link, given(reach))).status, 303);
    assert.match((await stranger(app).submit(link, given(newEmail()))).text, used);
  });

  it('can be taken back, until it is accepted', async () => {
    const coordinator = await app.build.coordinator();
    const { reach, link } = await invite(app, { by: coordinator });
    const path = await pathOf(coordinator, reach);
    const after = await coordinator.follow(`${path}/revocation`);
    assert.match(after.text, /The invitation is taken back\./);
    assert.match(rowOf(after.text, reach), /Taken back/);
    assert.match((await stranger(app).get(link)).text, used);
    assert.match((await stranger(app).submit(link, given(reach))).text, used);

    const accepted = await invite(app, { by: coordinator });
    const acceptedPath = await pathOf(coordinator, accepted.reach);
    await stranger(app).submit(accepted.link, given(accepted.reach));
    for (const action of ['revocation', 'resending']) {
      const refused = await coordinator.follow(`${acceptedPath}/${action}`);
      assert.match(refused.text, used);
      assert.match(rowOf(refused.text, accepted.reach), /Accepted/);
    }
    assert.equal((await messagesTo(app, accepted.reach)).length, 1);
  });

  it('sent again has a fresh link and a fresh week; the link before is dead', async () => {
    const coordinator = await app.build.coordinator();
    const { reach, link } = await invite(app, { by: coordinator, language: 'km' });
    later(app, { days: 8 });
    const list = await coordinator.get('/en/invitations');
    assert.match(rowOf(list.text, reach), /Too old/);
    const after = await coordinator.follow(`${await pathOf(coordinator, reach)}/resending`);
    assert.match(after.text, /A fresh link is on its way\./);
    const fresh = await lastLink(app, reach);
    assert.notEqual(fresh, link);
    assert.match(fresh, /^\/km\//);
    assert.equal((await stranger(app).get(link)).status, 404);
    assert.equal((await stranger(app).submit(link, given(reach))).status, 404);
    later(app, { days: 6 });
    assert.equal((await stranger(app).submit(fresh, given(reach))).status, 303);
  });

  it('of two for one e-mail address, accepted at one moment, makes one account', async () => {
    const [one, other] = [await linkToPassOn(app), await linkToPassOn(app)];
    const email = newEmail('both');
    const answers = await Promise.all([
      stranger(app).submit(one, given(email)),
      stranger(app).onTwin().submit(other, given(email)),
    ]);
    assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 422]);
    const refused = answers.find(({ status }) => status === 422);
    assert.match(refused?.text ?? '', /Somebody signs in with this e-mail address already\./);
    const signIns = await app.db
      .selectFrom('accounts.sign_in')
      .select('id')
      .where('email', '=', email)
      .execute();
    assert.equal(signIns.length, 1);
  });
});

describe('the list of invitations', () => {
  it('goes on on a second page, and shows each one once', async () => {
    const fresh = await startAccounts({ now: '2026-03-01T02:00:00Z' });
    const coordinator = await fresh.build.coordinator();
    const invited: string[] = [];
    for (let count = 0; count < 53; count += 1) {
      const reach = newEmail();
      await coordinator.submit('/en/invitations/new', { reach, role: 'account', language: 'en' });
      invited.push(reach);
    }
    const first = await coordinator.get('/en/invitations');
    const on = /href="([^"]*\?after=[^"]+)"/.exec(first.text)?.[1] ?? '';
    const second = await coordinator.get(on);
    const shown = [...`${first.text}${second.text}`.matchAll(/somebody-\d+@example\.org(?=<\/td>)/g)];
    assert.deepEqual(
      shown.map(([address]) => address),
      invited.reverse(),
    );
    await fresh.close();
  });
});

type Reader = { readonly get: (path: string) => Promise<{ readonly text: string }> };

/** Where one invitation in the list is managed. */
async function pathOf(browser: Reader, reach: string): Promise<string> {
  const row = rowOf((await browser.get('/en/invitations')).text, reach);
  return /action="(\/en\/invitations\/[0-9a-f-]{36})\//.exec(row)?.[1] ?? '';
}

const rowOf = (page: string, reach: string): string =>
  page.split('<tr').find((row) => row.includes(reach)) ?? '';
