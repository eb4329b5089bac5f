import assert from 'node:assert/strict';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { startTestApp, type TestApp } from '#tests/support/app.ts';
import type { Browser } from '#tests/support/browser.ts';

let app: TestApp;
let coordinator: Browser;
beforeAll(async () => {
  app = await startTestApp({ now: '2026-03-01T02:00:00Z' });
  coordinator = await app.build.coordinator();
});
afterAll(() => app.close());

describe('who comes', () => {
  it('is listed with organisation, people and names, and counted, in both languages', async () => {
    const meeting = await app.build.occurrence({ seats: 4 });
    const empty = await coordinator.get(`${meeting.page}/rsvps`);
    assert.match(empty.text, /0 people come, nobody waits/);
    assert.match(empty.text, /Nobody has answered yet\./);

    const { id } = await app.build.organisation({ name: { km: 'អង្គការមេគង្គ', en: 'Mekong' } });
    const member = await app.build.person({ organisationId: id, name: { km: 'សុខា', en: 'Sokha' } });
    const companions = 'Chan\nBopha <b>Keo</b>';
    await member.submit(meeting.path, { answer: 'accepted', seats: '៣', companions });
    const late = await app.build.member();
    await late.submit(meeting.path, { answer: 'accepted', seats: '2' });
    const maybe = await app.build.member();
    await maybe.submit(meeting.path, { answer: 'tentative' });
    const stranger = { answer: 'declined', name: 'Vanna', reach: '012 000 960' };
    await app.browser().submit(meeting.path, stranger);

    const list = await coordinator.get(`${meeting.page}/rsvps`);
    assert.match(list.text, /3 people come, 2 wait/);
    const rows = [...list.text.matchAll(/<tr>(<td.*?)<\/tr>/gs)].map(([, row = '']) =>
      [...row.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell = '']) => cell),
    );
    assert.deepEqual(
      rows.map(([name, , answer, seats, names]) => [name, answer, seats, names]),
      [
        ['Sokha', 'I will come', '3', 'Chan\nBopha &lt;b>Keo&lt;/b>'],
        ['Sokha', 'Waiting list', '2', '–'],
        ['Sokha', 'Maybe', '1', '–'],
        ['Vanna', 'I cannot come', '–', '–'],
      ],
    );
    assert.equal(rows[0]?.[1], 'Mekong');
    const khmer = await coordinator.get(`/km${meeting.page.slice(3)}/rsvps`);
    assert.match(khmer.text, /អង្គការមេគង្គ/);
    assert.match(khmer.text, />៣<\/td>/);
    assert.match(khmer.text, /<p class="lead">[^<]*៣[^<]*២[^<]*<\/p>/);
    assert.match(rows[3]?.[5] ?? '', /<a href="tel:\+85512000960">012 000 960<\/a>/);
  });

  it('says for which organisation somebody works who answered by SMS, without an account', async () => {
    const meeting = await app.build.occurrence();
    const { id } = await app.build.organisation({ name: { en: 'Far House' } });
    const person = await app.build.person({ organisationId: id, name: { en: 'Far Away' } });
    await app.db.deleteFrom('accounts.seat').where('person_id', '=', person.personId).execute();
    const phone = await app.build.phone(person);
    const groups = { organisationIds: id };
    await coordinator.submit(`${meeting.page}/invitations/groups`, groups);
    await phone.says('2');
    const { text } = await coordinator.get(`${meeting.page}/rsvps`);
    assert.match(text, /Far Away<\/td><td data-head="Organisation">Far House<\/td>/);
    assert.ok(text.includes(`href="tel:${phone.number}"`));
  });

  it('is downloaded for a spreadsheet, in the language of the page, and nothing in it is a formula', async () => {
    const meeting = await app.build.occurrence();
    const { id } = await app.build.organisation({ name: { km: 'អង្គការមេគង្គ', en: 'Mekong, "the river"' } });
    const member = await app.build.person({ organisationId: id, name: { km: 'សុខា', en: 'Sokha' } });
    const companions = 'Chan\nBopha';
    await member.submit(meeting.path, { answer: 'accepted', seats: '3', companions });
    const stranger = { answer: 'declined', name: '=HYPERLINK("http://x")', reach: 'Bad@Example.org' };
    await app.browser().submit(meeting.path, stranger);
    assert.ok((await coordinator.get(`${meeting.page}/rsvps`)).text.includes(`${meeting.page}/rsvps.csv"`));

    const file = await coordinator.get(`${meeting.page}/rsvps.csv`);
    assert.equal(file.headers.get('content-type'), 'text/csv; charset=utf-8');
    assert.equal(file.headers.get('content-disposition'), 'attachment; filename="meeting-2026-03-11.csv"');
    assert.equal(file.headers.get('cache-control'), 'private, no-store');
    // Whoever reads it as text drops the mark at its beginning.
    assert.deepEqual(file.text.split('\r\n'), [
      'Name,Organisation,Answer,People,With,Reached at',
      'Sokha,"Mekong, ""the river""",I will come,3,"Chan, Bopha",',
      `"'=HYPERLINK(""http://x"")",,I cannot come,,,bad@example.org`,
      '',
    ]);
    const khmer = await coordinator.get(`/km${meeting.page.slice(3)}/rsvps.csv`);
    assert.match(khmer.text, /^ឈ្មោះ,អង្គការ,.*\r\nសុខា,អង្គការមេគង្គ,ខ្ញុំនឹងមក,3,/);
  });

  it('is shown a hundred at a time, each once', async () => {
    const meeting = await app.build.occurrence();
    const rows = Array.from({ length: 120 }, (_, place) => ({
      id: app.runtime.newId(),
      occurrence_id: meeting.id,
      grant_id: app.runtime.newId(),
      name: `Guest ${place}.`,
      answer: 'tentative' as const,
      seats: 1,
      answered_at: app.clock.now,
    }));
    await app.db.insertInto('meetings.rsvp').values(rows).execute();
    const first = await coordinator.get(`${meeting.page}/rsvps`);
    const next = /href="([^"]*\/rsvps\?after=[^"]+)"/.exec(first.text.replace(/^.*<main/s, ''))?.[1];
    const second = await coordinator.get(next ?? '');
    const names = [first, second].flatMap(({ text }) =>
      [...text.matchAll(/<td data-head="Name">(Guest \d+\.)/g)].map(([, name]) => name),
    );
    assert.deepEqual(
      names,
      rows.map(({ name }) => name),
    );
    assert.equal((await coordinator.get(`${meeting.page}/rsvps?after=nonsense`)).status, 200);
  });

  it('is for coordinators only', async () => {
    const [open, closed] = [
      await app.build.occurrence(),
      await app.build.occurrence({ visibleTo: 'partners' }),
    ];
    const member = await app.build.member();
    await member.submit(open.path, { answer: 'accepted' });
    for (const list of ['rsvps', 'rsvps.csv']) {
      for (const visitor of [member, await app.build.member('founding'), await app.build.outsider(open)])
        assert.equal((await visitor.get(`${open.page}/${list}`)).status, 403);
      assert.equal((await member.get(`${closed.page}/${list}`)).status, 403);
      assert.equal((await app.browser().get(`${open.page}/${list}`)).status, 303);
      const nowhere = `/en/occurrences/${app.runtime.newId()}/${list}`;
      assert.equal((await coordinator.get(nowhere)).status, 404);
    }
  });
});
