import assert from 'node:assert/strict';
import { afterAll, beforeAll, describe, it } from 'vitest';
import type { Standing } from '#src/kernel/audience.ts';
import { startTestApp, type TestApp } from '#tests/support/app.ts';
import type { Browser } from '#tests/support/browser.ts';

let app: TestApp;
let coordinator: Browser;
beforeAll(async () => {
  app = await startTestApp({ now: '2026-03-01T02:00:00Z' });
});
afterAll(() => app.close());

type Meeting = { readonly id: string; readonly page: string; readonly path: string };

const groups = (meeting: Meeting, fields: Record<string, string | string[]>, browser = coordinator) =>
  browser.follow(`${meeting.page}/invitations/groups`, fields);
const contact = (meeting: Meeting, fields: Record<string, string>) =>
  coordinator.submit(`${meeting.page}/invitations/contacts`, { name: 'Dara', language: 'en', ...fields });

describe('asking organisations', () => {
  beforeAll(async () => {
    coordinator = await app.build.coordinator();
  });

  it('asks all members, or all partners, each once, where they like to be reached', async () => {
    const people = new Map<string, Awaited<ReturnType<typeof reachable>>>();
    for (const standing of ['founding', 'partner', 'member', 'supporter', null] as const)
      people.set(String(standing), await reachable(standing));
    const meeting = await app.build.occurrence();
    const partners = await groups(meeting, { partners: 'yes' });
    assert.match(partners.text, /2 people are asked\./);
    const members = await groups(meeting, { members: 'yes', partners: 'yes' });
    assert.match(members.text, /1 person is asked\./);
    assert.match((await groups(meeting, { members: 'yes' })).text, /Nobody new was asked\./);
    const asked = await Promise.all(
      [...people.values()].map(async ({ phone }) => (await phone.heard()).length),
    );
    assert.deepEqual(asked, [1, 1, 1, 0, 0]);
    const list = await coordinator.get(`${meeting.page}/invitations`);
    assert.equal(list.text.match(/No answer yet/g)?.length, 3);
  });

  it('asks chosen ones, and says who cannot be reached', async () => {
    const [first, second] = [
      await app.build.organisation(),
      await app.build.organisation({ standing: null }),
    ];
    for (const { id } of [first, first, second])
      await app.build.phone(await app.build.person({ organisationId: id }));
    await app.build.person({ organisationId: first.id });
    const meeting = await app.build.occurrence();
    const one = await groups(meeting, { organisationIds: first.id });
    assert.match(one.text, /2 people are asked\. 1 person has neither phone nor e-mail here\./);
    const both = await groups(meeting, { organisationIds: [first.id, second.id] });
    assert.match(both.text, /1 person is asked\. 1 person has neither/);
  });

  it('says in which of them nobody is known, with the way to add somebody, and who works where', async () => {
    const [mekong, empty, lonely] = [
      await app.build.organisation({ name: { en: 'Mekong' } }),
      await app.build.organisation({ name: { en: 'Empty House', km: 'ផ្ទះទទេ' } }),
      await app.build.organisation({ name: { en: 'Not asked' } }),
    ];
    await app.build.phone(await app.build.person({ organisationId: mekong.id }));
    const meeting = await app.build.occurrence();
    const nowhere = app.runtime.newId();
    const asked = await groups(meeting, { organisationIds: [mekong.id, empty.id, nowhere] });
    assert.match(asked.text, /1 person is asked\. {2}In 1 organisation nobody is known here\./);
    assert.match(
      asked.text,
      /<li>Empty House · <a href="\/en\/organisations\/[^"]+\/people\/new">Add a person/,
    );
    assert.ok(!asked.text.includes(`/organisations/${lonely.slug}/people`));
    assert.match(asked.text, /Sokha<\/td><td data-head="Organisation">Mekong<\/td>/);
    const khmer = await coordinator.get(`/km${meeting.page.slice(3)}/invitations?empty=${empty.id},nonsense`);
    assert.match(khmer.text, /<li>ផ្ទះទទេ · <a/);
    await app.build.person({ organisationId: empty.id });
    const later = await coordinator.get(`${meeting.page}/invitations?empty=${empty.id}`);
    assert.doesNotMatch(later.text, /Nobody is known here in these organisations/);
  });

  it('counts somebody who works for two of them once', async () => {
    const [first, second] = [await app.build.organisation(), await app.build.organisation()];
    const [reached, unreached] = [
      await app.build.person({ organisationId: first.id }),
      await app.build.person({ organisationId: first.id }),
    ];
    const phone = await app.build.phone(reached);
    for (const { personId } of [reached, unreached])
      await app.db
        .insertInto('organisations.position')
        .values({ id: app.runtime.newId(), organisation_id: second.id, person_id: personId })
        .execute();
    const meeting = await app.build.occurrence();
    const page = await groups(meeting, { organisationIds: [first.id, second.id] });
    assert.match(page.text, /1 person is asked\. 1 person has neither/);
    assert.equal((await phone.heard()).length, 1);
  });

  it('asks nobody twice when it is done twice at once, on two processes', async () => {
    const { id } = await app.build.organisation();
    const phones = [];
    for (let place = 0; place < 5; place += 1)
      phones.push(await app.build.phone(await app.build.person({ organisationId: id })));
    const meeting = await app.build.occurrence();
    const other = await app.build.coordinator();
    await Promise.all([
      groups(meeting, { organisationIds: id }),
      groups(meeting, { organisationIds: id }, other.onTwin()),
      groups(meeting, { organisationIds: id }, other),
    ]);
    for (const phone of phones) assert.equal((await phone.heard()).length, 1);
  });

  it('asks for whom, and only while the meeting takes answers', async () => {
    const meeting = await app.build.occurrence({ inDays: 1, closesInDays: -1 });
    const nobody = await coordinator.submit(`${meeting.page}/invitations/groups`);
    assert.equal(nobody.status, 422);
    assert.match(nobody.text, /Choose whom to ask\./);
    const late = await coordinator.submit(`${meeting.page}/invitations/groups`, { members: 'yes' });
    assert.equal(late.status, 422);
    assert.match(late.text, /This meeting takes no more answers\./);
    assert.match(late.text, /name="members"[^>]*checked/);
  });
});

describe('asking one person', () => {
  beforeAll(async () => {
    coordinator = await app.build.coordinator();
  });

  it('whom we know lets them see and answer a meeting they could not come to', async () => {
    const meeting = await app.build.occurrence({ visibleTo: 'partners', seats: 5 });
    const [account, other] = [await app.build.person(), await app.build.person()];
    const { number } = await app.build.phone(account);
    assert.equal((await account.get(meeting.page)).status, 404);
    assert.equal((await contact(meeting, { reach: number })).status, 303);
    assert.match((await account.get(meeting.page)).text, /the secret hall/);
    assert.equal((await account.submit(meeting.path, { answer: 'accepted' })).status, 303);
    assert.equal((await other.get(meeting.page)).status, 404);
    const list = await coordinator.get(`${meeting.page}/invitations`);
    assert.match(
      list.text,
      /Sokha<\/td><td data-head="Organisation">–<\/td><td data-head="Answer">I will come/,
    );
    // What the coordinator calls somebody we know does not change what we call them.
    assert.doesNotMatch(list.text, /Dara/);
  });

  it('by e-mail sends a link of their own; by SMS there is no room for one', async () => {
    const meeting = await app.build.occurrence({ visibleTo: 'members' });
    await contact(meeting, { reach: 'Dara@Example.org', name: 'Dara' });
    await contact(meeting, { reach: '012 000 930', name: 'Vanna' });
    const [email = ''] = await (await app.build.phoneOf('dara@example.org')).heard();
    const [sms = ''] = await (await app.build.phoneOf('+85512000930')).heard();
    assert.match(
      email,
      /^Will you come to the board meeting, .*\n1\. I will come\n2\. Maybe\n3\. I cannot come\n/,
    );
    assert.doesNotMatch(sms, /http/);
    const link = /http:\/\/network\.test(\/en\/occurrences\/\S+\?key=[0-9a-f]{40})/.exec(email)?.[1] ?? '';
    const page = await app.browser().get(link);
    assert.match(page.text, /the secret hall/);
    assert.equal((await app.browser().get(link.replace(/\?key=.*/, ''))).status, 404);
  });

  it('in Khmer asks in Khmer', async () => {
    const meeting = await app.build.occurrence();
    await contact(meeting, { reach: 'khmer@example.org', language: 'km', name: 'ដារ៉ា' });
    const phone = await app.build.phoneOf('khmer@example.org');
    const [question = ''] = await phone.heard();
    assert.match(question, /ការប្រជុំក្រុមប្រឹក្សា/);
    assert.match(question, /http:\/\/network\.test\/km\/occurrences/);
    await phone.says('២');
    assert.match((await coordinator.get(`${meeting.page}/rsvps`)).text, /ដារ៉ា<\/td>.*?Maybe/);
  });

  it('who had answered on the web before keeps that one answer', async () => {
    const meeting = await app.build.occurrence({ seats: 10 });
    const stranger = { answer: 'accepted', name: 'Bopha', reach: '012 000 931', seats: '2' };
    const { location } = await app.browser().submit(meeting.path, stranger);
    await contact(meeting, { reach: '012 000 931', name: 'Bopha' });
    const phone = await app.build.phoneOf('+85512000931');
    await phone.says('1');
    await phone.says('4');
    // The link that was shown to whoever typed the number ends with the first word from the number itself.
    assert.doesNotMatch((await app.browser().get(location ?? '')).text, /You answered/);
    assert.match((await coordinator.get(`${meeting.page}/rsvps`)).text, /4 people come, nobody waits/);
    assert.equal(
      (await coordinator.get(`${meeting.page}/rsvps`)).text.match(/<td data-head="Name">/g)?.length,
      1,
    );
  });

  it('who then answers as a stranger on the web has one answer, and is not told of another', async () => {
    const meeting = await app.build.occurrence({ visibleTo: 'public', seats: 10 });
    await contact(meeting, { reach: '012 000 932' });
    const phone = await app.build.phoneOf('+85512000932');
    const stranger = { answer: 'accepted', name: 'Bopha', reach: '012 000 932', seats: '2' };
    assert.match((await app.browser().submit(meeting.path, stranger)).location ?? '', /key=/);
    await phone.says('3');
    assert.match((await coordinator.get(`${meeting.page}/rsvps`)).text, /0 people come/);
    assert.equal(
      (await coordinator.get(`${meeting.page}/rsvps`)).text.match(/<td data-head="Name">/g)?.length,
      1,
    );
  });

  it('a second time is refused, and keeps what was typed', async () => {
    const meeting = await app.build.occurrence();
    const member = await app.build.member();
    const { number } = await app.build.phone(member);
    for (const reach of [number, 'twice@example.org']) {
      await contact(meeting, { reach, name: 'Nary' });
      const again = await contact(meeting, { reach, name: 'Nary' });
      assert.equal(again.status, 422);
      assert.match(again.text, /This person has been asked already\./);
      assert.match(again.text, /value="Nary"/);
    }
  });

  it('needs a name and a real address', async () => {
    const meeting = await app.build.occurrence();
    const wrong = await coordinator.submit(`${meeting.page}/invitations/contacts`, { reach: 'a@b' });
    assert.equal(wrong.status, 422);
    assert.match(wrong.text, /Write the name of the person\./);
    assert.match(wrong.text, /Write an e-mail address such as name@example\.org\./);
  });
});

describe('what invitations say', () => {
  beforeAll(async () => {
    coordinator = await app.build.coordinator();
  });

  it('never holds the way into the call, whatever happens to the meeting', async () => {
    const meeting = await app.build.occurrence({ visibleTo: 'members', seats: 1 });
    await app.db
      .updateTable('meetings.occurrence')
      .set({ dial_in: '012 000 111' })
      .where('id', '=', meeting.id)
      .execute();
    const [first, second] = [await reachable('member'), await reachable('member')];
    await groups(meeting, { organisationIds: [first.organisationId, second.organisationId] });
    await contact(meeting, { reach: '012 000 940' });
    await contact(meeting, { reach: 'call@example.org' });
    const stranger = await app.build.phoneOf('+85512000940');
    for (const phone of [first.phone, second.phone, stranger]) {
      await phone.says('1');
      await phone.says('1');
    }
    await first.submit(meeting.path, { answer: 'declined' });
    const moved = { day: '2026-03-12', startsAtTime: '09:00', endsAtTime: '11:00', tellPeople: 'yes' };
    await coordinator.submit(`${meeting.page}/edit`, { ...moved, seats: '3', dialIn: '012 000 111' });
    await coordinator.submit(`${meeting.page}/cancellation`);
    await app.runJobs();
    const messages = await app.db.selectFrom('messaging.outbox').select(['body', 'subject']).execute();
    assert.ok(messages.length > 10);
    for (const { body, subject } of messages)
      assert.doesNotMatch(body + subject, /call\.example\.org|012 000 111/);
  });

  it('and who was asked is for coordinators only, a page at a time', async () => {
    const meeting = await app.build.occurrence();
    const member = await app.build.member('founding');
    for (const path of ['invitations', 'rsvps']) {
      assert.equal((await member.get(`${meeting.page}/${path}`)).status, 403);
      assert.equal((await app.browser().get(`${meeting.page}/${path}`)).status, 303);
    }
    for (const path of ['groups', 'contacts'])
      assert.equal(
        (await member.submit(`${meeting.page}/invitations/${path}`, { members: 'yes' })).status,
        403,
      );

    const { id } = await app.build.organisation();
    for (let place = 0; place < 55; place += 1)
      await app.build.phone(await app.build.person({ organisationId: id, name: { en: `Asked ${place}.` } }));
    await groups(meeting, { organisationIds: id });
    const first = await coordinator.get(`${meeting.page}/invitations`);
    const next = /href="([^"]*\/invitations\?after=[^"]+)"/.exec(first.text.replace(/^.*<main/s, ''))?.[1];
    const second = await coordinator.get(next ?? '');
    const names = [first, second].flatMap(({ text }) => [...text.matchAll(/Asked \d+\./g)].map(String));
    assert.deepEqual([names.length, new Set(names).size], [55, 55]);
  });
});

/** Somebody of a standing with a telephone. */
async function reachable(standing: Standing | null) {
  const { id } = await app.build.organisation({ standing });
  const person = await app.build.person({ organisationId: id });
  return { ...person, organisationId: id, phone: await app.build.phone(person) };
}
