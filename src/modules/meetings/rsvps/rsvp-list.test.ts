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
        ['Vanna', 'I cannot come', '1', '–'],
      ],
    );
    assert.equal(rows[0]?.[1], 'Mekong');
    const khmer = await coordinator.get(`/km${meeting.page.slice(3)}/rsvps`);
    assert.match(khmer.text, /អង្គការមេគង្គ/);
    assert.match(khmer.text, />៣<\/td>/);
    assert.match(khmer.text, /<p class="lead">[^<]*៣[^<]*២[^<]*<\/p>/);
    assert.doesNotMatch(list.text, /012 000 960|\+85512000960/);
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
    const names = [first, second].flatMap(({ text }) => [...text.matchAll(/Guest \d+\./g)].map(String));
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
    assert.equal((await member.get(`${open.page}/rsvps`)).status, 403);
    assert.equal((await member.get(`${closed.page}/rsvps`)).status, 403);
    assert.equal((await app.browser().get(`${open.page}/rsvps`)).status, 303);
    const nowhere = `/en/occurrences/${app.runtime.newId()}/rsvps`;
    assert.equal((await coordinator.get(nowhere)).status, 404);
  });
});
