import assert from 'node:assert/strict';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { startTestApp, type TestApp } from '#tests/support/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ now: '2026-03-01T02:00:00Z' });
});
afterAll(() => app.close());

/** Three seats taken by somebody nobody knows, and one who waits. */
async function crowded() {
  const meeting = await app.build.occurrence({ seats: 3 });
  const stranger = { answer: 'accepted', name: 'Nobody We Know', reach: `nobody-${meeting.id}@example.org` };
  await app.browser().submit(meeting.path, { ...stranger, seats: '3' });
  const waiting = await app.build.member();
  await waiting.submit(meeting.path, { answer: 'accepted' });
  const { id } = await app.db
    .selectFrom('meetings.rsvp')
    .select('id')
    .where('occurrence_id', '=', meeting.id)
    .where('name', '=', stranger.name)
    .executeTakeFirstOrThrow();
  return { meeting, stranger, waiting, path: `${meeting.page}/rsvps/${id}/removal` };
}

describe('an answer that should not be there', () => {
  it('is taken out after a question, whoever is behind it is told, and whoever waits moves up', async () => {
    const { meeting, stranger, waiting, path } = await crowded();
    const coordinator = await app.build.coordinator();
    const list = await coordinator.get(`${meeting.page}/rsvps`);
    assert.ok(list.text.includes(`href="${path}"`));
    const question = await coordinator.get(path);
    assert.match(question.text, /Nobody We Know/);
    assert.match(question.text, /whoever waits moves up/);
    const after = await coordinator.follow(path);
    assert.match(after.text, /The answer is taken out\./);
    assert.doesNotMatch(after.text, /Nobody We Know/);
    assert.match((await waiting.get(meeting.page)).text, /You answered: I will come, 1 person\./);
    await app.runJobs();
    const heard = await (await app.build.phoneOf(stranger.reach)).heard();
    assert.match(heard.at(-1) ?? '', /have taken your answer out/);
    assert.equal((await coordinator.submit(path)).status, 404);
  });

  it('is nothing others can take out, nor by the address of another meeting', async () => {
    const { meeting, waiting, path } = await crowded();
    const representative = await app.build.person({
      organisationId: (await app.build.organisation()).id,
      role: 'representative',
    });
    for (const browser of [waiting, representative]) {
      assert.equal((await browser.get(path)).status, 403);
      assert.equal((await browser.submit(path)).status, 403);
    }
    assert.equal((await app.browser().submit(path)).status, 403);
    const other = await app.build.occurrence();
    const coordinator = await app.build.coordinator();
    assert.equal((await coordinator.submit(path.replace(meeting.id, other.id))).status, 404);
    assert.match((await coordinator.get(`${meeting.page}/rsvps`)).text, /Nobody We Know/);
  });
});
