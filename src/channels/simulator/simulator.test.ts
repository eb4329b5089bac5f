import assert from 'node:assert/strict';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { startTestApp, type TestApp } from '#tests/support/app.ts';
import type { Browser } from '#tests/support/browser.ts';

const now = '2026-03-01T02:00:00Z';
const outbox = '/en/dev/outbox';

describe('the simulated messages', () => {
  let app: TestApp;
  let coordinator: Browser;
  beforeAll(async () => {
    app = await startTestApp({ now });
    coordinator = await app.build.coordinator();
  });
  afterAll(() => app.close());

  it('are an empty page that says how to begin, before there is one', async () => {
    assert.match((await coordinator.get(outbox)).text, /No message has been sent yet\./);
  });

  it('take an invitation’s answer, which runs the flow and shows on the page of the meeting', async () => {
    const meeting = await app.build.occurrence();
    const path = await asked(meeting, '012 000 980');
    const question = await coordinator.get(path);
    assert.match(question.text, /Will you come to the board meeting/);
    assert.match(question.text, /Delivered, Sunday 1 March 2026, 9:00 am/);

    const answered = await coordinator.follow(path, { body: '1' });
    assert.match(answered.text, /The answer has come in\./);
    await app.runJobs();
    assert.match((await coordinator.get(path)).text, /How many people come to the board meeting/);
    await coordinator.follow(path, { body: '៣' });
    await app.runJobs();
    const said = await coordinator.get(path);
    assert.match(said.text, /You answered for the board meeting, .+: I will come, 3 people\./);
    assert.deepEqual(linesOf(said.text), ['ours', 'theirs', 'ours', 'theirs', 'ours']);
    assert.match((await coordinator.get(`${meeting.page}/rsvps`)).text, /Dara.*I will come.*3/s);
    assert.match((await coordinator.get(outbox)).text, /<b>\+85512000980<\/b>.*You answered/s);
  });

  it('show what the network answers without being asked for it again', async () => {
    const path = await asked(await app.build.occurrence(), '012 000 986');
    const worker = await app.startWorker();
    const answered = await coordinator.follow(path, { body: '2' });
    await worker.stop();
    assert.match(answered.text, /You answered for the board meeting, .+: maybe\./);
    assert.doesNotMatch(answered.text, /look again/);
  });

  it('lead to a page that may show it where the worker takes longer', async () => {
    const path = await asked(await app.build.occurrence(), '012 000 987');
    const answered = await coordinator.follow(path, { body: '2' });
    assert.deepEqual(linesOf(answered.text), ['ours', 'theirs']);
    assert.ok(answered.text.includes(`<a href="${path}">Some of this is still on its way: look again</a>`));
    await app.runJobs();
    assert.deepEqual(linesOf((await coordinator.get(path)).text), ['ours', 'theirs', 'ours']);
  });

  it('say what is missing when nothing was written', async () => {
    const path = await asked(await app.build.occurrence(), '012 000 981');
    const blank = await coordinator.submit(path, { body: ' ' });
    assert.equal(blank.status, 422);
    assert.match(blank.text, /Write the answer, such as 1\./);
    assert.deepEqual(linesOf(blank.text), ['ours']);
  });

  it('let nothing run that stands in a message, and lead to our own site only', async () => {
    const path = await asked(await app.build.occurrence(), '012 000 982');
    const evil = [
      '<script>alert(1)</script><img src=x onerror=alert(2)>',
      'javascript:alert(3)',
      'http://network.test.evil.example/en/',
      'https://evil.example/http://network.test/',
      'http://network.test@evil.example/',
      'http://network.test/en/"onmouseover="alert(4)',
    ];
    await coordinator.submit(path, { body: evil.join('\n') });
    const { text } = await coordinator.get(path);
    const main = text.replace(/^.*<main/s, '');
    assert.doesNotMatch(main, /<script|<img|<[^>]* on[a-z]+=/);
    assert.match(main, /&lt;script/);
    const links = [...main.matchAll(/<a href="([^"]*)"/g)].map(([, href = '']) => href);
    assert.deepEqual(
      links.filter((href) => !href.startsWith('/')),
      ['http://network.test/en/&quot;onmouseover=&quot;alert(4)'],
    );
  });

  it('show the links of an e-mail as links', async () => {
    const path = await asked(await app.build.occurrence(), 'dara@example.org');
    const { text } = await coordinator.get(path);
    const link = /<a href="http:\/\/network\.test(\/en\/occurrences\/[^"]+\?key=[0-9a-f]{40})"/.exec(
      text,
    )?.[1];
    assert.match((await app.browser().get(link ?? '')).text, /Your answer/);
  });

  it('are for the coordinator only: the links of others stand in them', async () => {
    const path = await asked(await app.build.occurrence(), '012 000 983');
    for (const visitor of [await app.build.member('founding'), await app.build.person()])
      for (const one of [outbox, path]) {
        const page = await visitor.get(one);
        assert.equal(page.status, 403);
        assert.doesNotMatch(page.text, /12000983|Will you come/);
      }
    const member = await app.build.member();
    for (const visitor of [member, app.browser()])
      assert.equal((await visitor.submit(path, { body: '1' })).status, 403);
    for (const one of [outbox, path]) assert.equal((await app.browser().get(one)).status, 303);
    await app.runJobs();
    assert.deepEqual(linesOf((await coordinator.get(path)).text), ['ours']);
  });

  it('take no answer another site could have sent, and none for an address that is not there', async () => {
    const path = await asked(await app.build.occurrence(), '012 000 984');
    assert.equal((await coordinator.submit(path, { body: '1', csrf: 'guessed' })).status, 403);
    assert.deepEqual(linesOf((await coordinator.get(path)).text), ['ours']);
    const nowhere = `${outbox}/${app.runtime.newId()}`;
    assert.equal((await coordinator.get(nowhere)).status, 404);
    assert.equal((await coordinator.submit(nowhere, { body: '1' })).status, 404);
  });

  it('are listed by address, the latest first, page by page', async () => {
    const meeting = await app.build.occurrence();
    const { id } = await app.build.organisation();
    for (let count = 0; count < 60; count += 1)
      await app.build.phone(await app.build.person({ organisationId: id }));
    await coordinator.submit(`${meeting.page}/invitations/groups`, { organisationIds: id });
    const latest = await asked(meeting, '012 000 985');
    const first = await coordinator.get(outbox);
    assert.equal(conversationsIn(first.text)[0], latest);
    const next = /href="(\/en\/dev\/outbox\?after=[^"]+)"/.exec(first.text)?.[1];
    const second = await coordinator.get(next ?? '');
    const all = [first, second].flatMap(({ text }) => conversationsIn(text));
    assert.equal(conversationsIn(first.text).length, 50);
    assert.ok(all.length > 60);
    assert.equal(new Set(all).size, all.length);
    assert.equal((await coordinator.get(`${outbox}?after=nonsense`)).status, 200);
  });

  async function asked(meeting: { page: string }, reach: string): Promise<string> {
    const contact = { name: 'Dara', reach, language: 'en' };
    const answer = await coordinator.submit(`${meeting.page}/invitations/contacts`, contact);
    assert.equal(answer.status, 303);
    await app.runJobs();
    const address = reach.includes('@') ? reach : `+855${reach.replace(/\s/g, '').slice(1)}`;
    return `${outbox}/${(await app.build.phoneOf(address)).addressId}`;
  }
});

describe('where they are seen', () => {
  it('is open to everybody in a demonstration, which has no secrets', async () => {
    const app = await startTestApp({ now, demo: true });
    const phone = await app.build.phone();
    await phone.says('Hello');
    const visitor = app.browser();
    assert.match((await visitor.get(outbox)).text, new RegExp(phone.number.slice(1)));
    const path = `${outbox}/${phone.addressId}`;
    assert.match((await visitor.follow(path, { body: 'And again' })).text, /The answer has come in\./);
    assert.match((await visitor.get(path)).text, /And again/);
    await app.close();
  });

  it('is nowhere where messages are real', async () => {
    const site = { baseUrl: 'https://network.example', demo: false, simulator: false };
    const app = await startTestApp({ now, baseUrl: site.baseUrl, settings: { site } });
    const { addressId } = await app.build.phone();
    for (const path of [outbox, `${outbox}/${addressId}`, '/km/dev/outbox', '/en/dev/components'])
      assert.equal((await app.browser().get(path)).status, 404);
    assert.equal((await app.browser().submit(`${outbox}/${addressId}`, { body: '1' })).status, 404);
    await app.close();
  });
});

/** Who said each line of a conversation. */
const linesOf = (page: string): string[] =>
  [...page.matchAll(/<li class="(line line-ours|line)">/g)].map(([, kind]) =>
    kind === 'line' ? 'theirs' : 'ours',
  );

const conversationsIn = (page: string): string[] =>
  [...page.matchAll(/<a href="(\/en\/dev\/outbox\/[0-9a-f-]{36})"/g)].map(([, path = '']) => path);
