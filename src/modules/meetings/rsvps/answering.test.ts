import assert from 'node:assert/strict';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { startTestApp, type TestApp } from '#tests/support/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ now: '2026-03-01T02:00:00Z' });
});
afterAll(() => app.close());

describe('one tap', () => {
  it('keeps how many come and their names, whatever is tapped in between', async () => {
    const meeting = await app.build.occurrence({ seats: 3 });
    const [member, other] = [await app.build.member(), await app.build.member()];
    await member.submit(meeting.path, { answer: 'accepted', seats: '3', companions: 'Chan\nBopha' });
    await other.submit(meeting.path, { answer: 'accepted' });
    await member.submit(meeting.path, { answer: 'accepted' });
    assert.match((await member.get(meeting.page)).text, /You answered: I will come, 3 people\./);
    assert.match((await other.get(meeting.page)).text, /You are on the waiting list/);
    await other.submit(`${meeting.path}/withdrawal`);
    await member.submit(meeting.path, { answer: 'tentative' });
    await member.submit(meeting.path, { answer: 'accepted' });
    const form = await member.get(meeting.path);
    assert.match(form.text, /You answered: I will come, 3 people\./);
    assert.match(form.text, /Chan\nBopha<\/textarea>/);
  });

  it('is one person where nothing was said before, and the form can still say fewer', async () => {
    const meeting = await app.build.occurrence();
    const member = await app.build.member();
    await member.submit(meeting.path, { answer: 'accepted' });
    assert.match((await member.get(meeting.page)).text, /I will come, 1 person\./);
    await member.submit(meeting.path, { answer: 'accepted', seats: '4', companions: 'Bopha' });
    await member.submit(meeting.path, { answer: 'accepted', seats: '2' });
    const form = await member.get(meeting.path);
    assert.match(form.text, /I will come, 2 people\./);
    assert.doesNotMatch(form.text, /Bopha/);
  });
});

describe('whoever holds a link', () => {
  // A browser that carries nothing along by itself: what is not in the links of the pages is lost.
  const stranger = { answer: 'accepted', name: 'Dara', reach: '012 000 990' };

  it('comes by the links of the pages from the answer to the meeting, into the call, and back', async () => {
    const meeting = await app.build.occurrence();
    const browser = app.browser();
    const { location } = await browser.submit(meeting.path, stranger);
    const answer = await browser.get(location ?? '');
    const page = await browser.get(hrefTo(answer.text, meeting.page));
    assert.match(page.text, /You answered: I will come, 1 person\./);
    assert.match(page.text, /call\.example\.org\/secret/);
    const maybe = await browser.get(hrefTo(page.text, `${meeting.path}?`, 'tentative'));
    assert.match(maybe.text, /value="tentative" checked/);
    assert.match(maybe.text, /value="Dara"/);
    assert.match(maybe.text, /You answered: I will come, 1 person\./);
  });

  it('to a meeting that is not public sees that the answer was taken back', async () => {
    const meeting = await app.build.occurrence({ visibleTo: 'members' });
    const coordinator = await app.build.coordinator();
    const contact = { name: 'Dara', reach: 'stranger@example.org', language: 'en' };
    await coordinator.submit(`${meeting.page}/invitations/contacts`, contact);
    const link = linkIn((await (await app.build.phoneOf('stranger@example.org')).heard())[0]);
    const browser = app.browser();
    const form = await browser.get(link);
    const csrf = /name="csrf" value="([^"]+)"/.exec(form.text)?.[1] ?? '';
    assert.equal((await browser.submit(link, { csrf, answer: 'accepted', name: 'Dara' })).location, link);
    const answered = await browser.get(link);
    const withdrawal = /action="([^"]+withdrawal[^"]*)"/.exec(answered.text)?.[1] ?? '';
    const taken = await browser.follow(withdrawal, { csrf });
    assert.equal(taken.status, 200);
    assert.match(taken.text, /Your answer is taken back/);
    assert.match(taken.text, /the secret hall/);
  });

  it('is alone with the answer once they spoke from the address itself', async () => {
    const meeting = await app.build.occurrence();
    const coordinator = await app.build.coordinator();
    const reach = 'asked@example.org';
    await coordinator.submit(`${meeting.page}/invitations/contacts`, {
      name: 'Asked',
      reach,
      language: 'en',
    });
    const sent = linkIn((await (await app.build.phoneOf(reach)).heard())[0]);
    const attacker = app.browser();
    const typed = { answer: 'declined', name: 'Not me', reach };
    const shown = (await attacker.submit(meeting.path, typed)).location ?? '';
    assert.match((await attacker.get(shown)).text, /You answered: I cannot come/);

    const asked = app.browser();
    const companions = 'My wife Sokunthea';
    const answer = { answer: 'accepted', seats: '2', name: 'Asked', companions };
    assert.equal((await asked.submit(sent, answer)).status, 303);
    assert.doesNotMatch((await attacker.get(shown)).text, /Sokunthea/);
    await attacker.submit(shown.replace('/rsvp?', '/rsvp/withdrawal?'));
    assert.match((await asked.get(sent)).text, /I will come, 2 people\.[\s\S]*Sokunthea/);
  });

  it('is not written to without end, however often they change their mind', async () => {
    const meeting = await app.build.occurrence();
    const browser = app.browser();
    const { location } = await browser.submit(meeting.path, { ...stranger, reach: '012 000 992' });
    const answers = [];
    for (let count = 0; count < 12; count += 1)
      answers.push((await browser.submit(location ?? '', { answer: 'tentative', name: 'Dara' })).status);
    assert.deepEqual(answers, [...Array(10).fill(303), 429, 429]);
  });

  it('never passes the secret on, where a page is shared', async () => {
    const meeting = await app.build.occurrence();
    const browser = app.browser();
    const { location } = await browser.submit(meeting.path, { ...stranger, reach: '012 000 991' });
    const key = new URL(location ?? '', 'http://network.test').searchParams.get('key') ?? '';
    const { text } = await browser.get(`${meeting.page}?key=${key}`);
    for (const [shared] of text.matchAll(/<(meta|link rel="canonical"|link rel="alternate"|input)[^>]*>/g))
      assert.ok(!shared.includes(key), shared);
    for (const [, href = ''] of text.matchAll(/<a href="(https?:|mailto:)[^"]*"/g))
      assert.ok(!href.includes(key));
  });
});

/** A link of a page, by how it begins and what stands in it. */
function hrefTo(page: string, beginning: string, word = ''): string {
  const hrefs = [...page.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));
  const found = hrefs.find((href) => href.startsWith(beginning) && href.includes(word));
  assert.ok(found, `no link to ${beginning} ${word}`);
  return found;
}

/** The secret link in a message, as a path of this site. */
const linkIn = (message = ''): string => /http:\/\/network\.test(\S+\?key=\S+)/.exec(message)?.[1] ?? '';
