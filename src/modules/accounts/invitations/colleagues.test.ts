import assert from 'node:assert/strict';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { invite, joined, messagesTo, newEmail, startAccounts, stranger } from '#tests/support/accounts.ts';
import type { TestApp } from '#tests/support/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startAccounts({ now: '2026-03-01T02:00:00Z' });
});
afterAll(() => app.close());

const representative = async (organisationId: string) =>
  app.build.person({ organisationId, role: 'representative', name: { en: 'Representative' } });

describe('a representative', () => {
  it('invites colleagues to the own organisation, and is offered nothing else', async () => {
    const { id } = await app.build.organisation({ name: { en: 'Own Organisation' } });
    await app.build.organisation({ name: { en: 'Other Organisation' } });
    const browser = await representative(id);
    const page = await browser.get('/en/invitations/new');
    assert.match(page.text, /Own Organisation/);
    assert.doesNotMatch(page.text, /Other Organisation/);
    assert.doesNotMatch(page.text, /value="(coordinator|account)"/);
    for (const role of ['representative', 'staff'] as const) {
      const colleague = await joined(app, { by: browser, role, organisationId: id });
      assert.match((await colleague.get('/en/start')).text, /Own Organisation/);
    }
  });

  it('can invite nobody else, not even by a form made by hand', async () => {
    const [own, other] = [await app.build.organisation(), await app.build.organisation()];
    const browser = await representative(own.id);
    const reach = newEmail();
    const attempts = [
      { role: 'representative', organisationId: other.id },
      { role: 'staff', organisationId: other.id },
      { role: 'coordinator' },
      { role: 'coordinator', organisationId: own.id },
      { role: 'account' },
      { role: 'account', organisationId: own.id },
    ];
    for (const attempt of attempts) {
      const answer = await browser.submit('/en/invitations/new', { ...attempt, reach, language: 'en' });
      assert.ok([403, 404].includes(answer.status), `${JSON.stringify(attempt)}: ${answer.status}`);
    }
    assert.deepEqual(await messagesTo(app, reach), []);
  });

  it('whose role has ended finds no way back in by an invitation of their own', async () => {
    const { id: organisationId } = await app.build.organisation();
    const browser = await joined(app, { role: 'representative', organisationId });
    const given = { role: 'representative', organisationId, language: 'en', reach: '' };
    const shown = (await browser.follow('/en/invitations/new', given)).text;
    const link = /http:\/\/[^/]+(\/\S+\?code=[0-9a-f]+)/.exec(shown)?.[1] ?? '';
    assert.match(link, /^\/en\/invitation\?code=/);
    const { person_id: personId } = await app.db
      .selectFrom('accounts.seat')
      .select('person_id')
      .where('organisation_id', '=', organisationId)
      .executeTakeFirstOrThrow();
    const coordinator = await app.build.coordinator();
    const ended = await coordinator.submit(`/en/coordinate/people/${personId}/role-end`, { organisationId });
    assert.equal(ended.status, 303);
    assert.equal((await browser.get('/en/invitations/new')).status, 403);
    await browser.submit(link);
    assert.equal((await browser.get('/en/invitations/new')).status, 403);
    assert.match((await stranger(app).get(link)).text, /was taken back/);
  });

  it('sees and manages the invitations of the own organisation only', async () => {
    const [own, other] = [await app.build.organisation(), await app.build.organisation()];
    const [mine, theirs, coordinators] = [
      await invite(app, { role: 'staff', organisationId: own.id }),
      await invite(app, { role: 'staff', organisationId: other.id }),
      await invite(app, { role: 'coordinator' }),
    ];
    const browser = await representative(own.id);
    const list = await browser.get('/en/invitations');
    assert.match(list.text, new RegExp(mine.reach));
    for (const { reach } of [theirs, coordinators]) assert.doesNotMatch(list.text, new RegExp(reach));

    const coordinator = await app.build.coordinator();
    for (const { reach, link } of [theirs, coordinators])
      for (const action of ['resending', 'revocation']) {
        const answer = await browser.submit(`${await pathOf(coordinator, reach)}/${action}`);
        assert.ok([403, 404].includes(answer.status), `${action}: ${answer.status}`);
        assert.equal((await messagesTo(app, reach)).length, 1);
        assert.match((await stranger(app).get(link)).text, /name="password"/);
      }
    assert.equal((await browser.submit(`${await pathOf(browser, mine.reach)}/revocation`)).status, 303);
  });
});

describe('nobody else invites', () => {
  it.each(['staff', 'an account without a role', 'a visitor'])('%s', async (who) => {
    const { id } = await app.build.organisation();
    const open = await invite(app, { role: 'staff', organisationId: id });
    const path = await pathOf(await app.build.coordinator(), open.reach);
    const browser =
      who === 'staff'
        ? await app.build.person({ organisationId: id, role: 'staff' })
        : who === 'a visitor'
          ? stranger(app)
          : await app.build.person();
    const shut = who === 'a visitor' ? 303 : 403;
    assert.equal((await browser.get('/en/invitations')).status, shut);
    assert.equal((await browser.get('/en/invitations/new')).status, shut);
    const given = { reach: newEmail(), role: 'staff', organisationId: id, language: 'en' };
    assert.equal((await browser.submit('/en/invitations/new', given)).status, 403);
    for (const action of ['resending', 'revocation'])
      assert.equal((await browser.submit(`${path}/${action}`)).status, 403);
    assert.deepEqual(await messagesTo(app, given.reach), []);
    assert.equal((await messagesTo(app, open.reach)).length, 1);
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
