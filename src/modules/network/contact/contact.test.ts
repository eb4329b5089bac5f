import assert from 'node:assert/strict';
import { afterAll, beforeAll, beforeEach, describe, it } from 'vitest';
import { plantSeeds } from '#src/seeds.ts';
import { startTestApp, type TestApp } from '#tests/support/app.ts';
import { valueIn, wordsIn } from '#tests/support/page.ts';

const message = { name: 'Srey', reach: '012 000 971', body: 'We have a need.' };
const inbox = '/en/coordinate/messages';

let app: TestApp;
let coordinator: Awaited<ReturnType<TestApp['build']['coordinator']>>;
beforeAll(async () => {
  app = await startTestApp({ now: '2026-03-01T02:00:00Z' });
  await plantSeeds(app.runtime, { demo: false });
  coordinator = await app.build.coordinator();
});
afterAll(() => app.close());

let addresses = 0;
/** Everybody behind a line of their own, so that one test does not use up another's tries. */
const somebody = () => {
  addresses += 1;
  return app.browser({ address: `203.0.113.${addresses}` });
};
const inboxWords = async () => wordsIn((await coordinator.get(inbox)).text);
const countMessages = async () =>
  (await app.db.selectFrom('network.contact_message').select('id').execute()).length;

describe('writing to the network', () => {
  it('is kept, thanked for, and shown to coordinators with the way to answer', async () => {
    assert.match(await inboxWords(), /Nobody has written yet\./);
    const sent = await somebody().follow('/en/contact', { ...message, body: 'First line\r\nSecond & <b>' });
    assert.match(sent.text, /Thank you\. Your message has arrived/);
    assert.equal(valueIn(sent.text, 'body'), '');
    assert.match(
      await inboxWords(),
      /Srey ▲ Waits for an answer Sunday 1 March 2026, 9:00 am 012 000 971 First line Second &amp; &lt;b>/,
    );
  });

  it('takes Khmer, an e-mail address, and a phone number in Khmer digits', async () => {
    const writer = somebody();
    const thanks = await writer.follow('/km/contact', {
      name: 'ស្រី',
      reach: 'Srey@Example.org',
      body: 'ជំរាបសួរ',
    });
    assert.match(thanks.text, /<html lang="km">/);
    await writer.submit('/km/contact', { name: 'សុខ', reach: '០១២ ០០០ ៩៧២', body: 'ជំរាបសួរ' });
    assert.match(await inboxWords(), /សុខ .*012 000 972 .*ស្រី .*srey@example\.org/);
    assert.match((await coordinator.get(inbox)).text, /<p class="typed" lang="km">ជំរាបសួរ/);
  });

  it('says what is missing, and keeps the rest', async () => {
    const wrong = await somebody().submit('/en/contact', { body: 'Kept', reach: 'call me' });
    assert.equal(wrong.status, 422);
    assert.match(wrong.text, /<a href="#name">Write your name, so that we know whom to answer\.<\/a>/);
    assert.match(wrong.text, /<a href="#reach">/);
    assert.equal(valueIn(wrong.text, 'body'), 'Kept');
    assert.equal(valueIn(wrong.text, 'reach'), 'call me');
  });

  it('swallows what programs send, and lets them believe', async () => {
    const before = await countMessages();
    const trapped = await somebody().follow('/en/contact', {
      ...message,
      homepage: 'https://spam.example.org',
    });
    assert.match(trapped.text, /Thank you\. Your message has arrived/);
    assert.equal(await countMessages(), before);
    assert.match(trapped.text, /<div class="trap" aria-hidden="true">/);
  });

  it('is possible ten times an hour from one line, and keeps the eleventh in the form', async () => {
    const writer = somebody();
    for (let number = 1; number <= 10; number += 1)
      assert.equal((await writer.submit('/en/contact', message)).status, 303, String(number));
    const before = await countMessages();
    const eleventh = await writer.onTwin().submit('/en/contact', { ...message, body: 'One too many' });
    assert.equal(eleventh.status, 429);
    assert.equal(eleventh.headers.get('retry-after'), '3600');
    assert.match(eleventh.text, /Please wait 60 minutes, then try again\./);
    assert.equal(valueIn(eleventh.text, 'body'), 'One too many');
    assert.equal(await countMessages(), before);
    assert.equal((await somebody().submit('/en/contact', message)).status, 303);
    app.clock.now = new Date('2026-03-01T03:00:01Z');
    assert.equal((await writer.submit('/en/contact', message)).status, 303);
    app.clock.now = new Date('2026-03-01T02:00:00Z');
  });
});

describe('messages to the network', () => {
  beforeEach(async () => {
    await app.db.updateTable('network.contact_message').set({ answered_at: app.clock.now }).execute();
  });

  it('reach every coordinator once, in their language, without what was written', async () => {
    const second = await app.build.person({ coordinator: true, language: 'km' });
    const phones = [await app.build.phone(coordinator), await app.build.phone({ ...second, language: 'km' })];
    const member = await app.build.phone(await app.build.member('founding'));
    await app.runJobs(); // what was written before
    const before = await Promise.all(phones.map(async (phone) => (await phone.heard()).length));
    await somebody().submit('/en/contact', { ...message, body: 'Private words' });
    await app.runJobs();
    await app.runJobs();
    const heard = await Promise.all(
      phones.map(async (phone, place) => (await phone.heard()).slice(before[place])),
    );
    assert.deepEqual(
      heard.map((texts) => texts.length),
      [1, 1],
    );
    assert.match(
      heard[0]?.[0] ?? '',
      /^Srey wrote to the network\. .*http:\/\/network\.test\/en\/coordinate\/messages/,
    );
    assert.match(heard[1]?.[0] ?? '', /http:\/\/network\.test\/km\/coordinate\/messages/);
    assert.doesNotMatch(heard.flat().join(), /Private words/);
    assert.deepEqual(await member.heard(), []);
  });

  it('wait until they are marked as answered, and can wait again', async () => {
    await somebody().submit('/en/contact', { ...message, name: 'Waits' });
    assert.match((await coordinator.get('/en/coordinate')).text, /1 message waits for an answer/);
    const path = actionIn((await coordinator.get(inbox)).text, 'answered');
    const marked = await coordinator.follow(path);
    assert.match(marked.text, /Noted\./);
    assert.doesNotMatch(wordsIn(marked.text), /Waits for an answer/);
    assert.match((await coordinator.get('/en/coordinate')).text, /Nothing needs you right now\./);
    const again = await coordinator.follow(path.replace(/answered$/, 'unanswered'));
    assert.match(wordsIn(again.text), /Messages to the network Waits ▲ Waits for an answer/);
  });

  it('are answered with one tap: by phone or by e-mail, whichever was left', async () => {
    await somebody().submit('/en/contact', { ...message, reach: '០១២ 000 985' });
    await somebody().submit('/en/contact', { ...message, reach: 'Srey@Example.org' });
    const { text } = await coordinator.get(inbox);
    assert.match(text, /<a [^>]*href="tel:\+85512000985">[^<]*000 985<\/a>/);
    assert.match(text, /<a [^>]*href="mailto:srey@example\.org">/);
    assert.match(wordsIn(text), /Mark as answered Srey/);
    assert.match((await coordinator.get(inbox.replace('/en/', '/km/'))).text, /សម្គាល់ថាបានឆ្លើយ/);
  });

  it('are for coordinators, on every path', async () => {
    await somebody().submit('/en/contact', { ...message, name: 'Private name' });
    const path = actionIn((await coordinator.get(inbox)).text, 'answered');
    const representative = await app.build.person({
      organisationId: (await app.build.organisation()).id,
      role: 'representative',
    });
    assert.equal((await app.browser().get(inbox)).status, 303);
    assert.equal((await representative.get(inbox)).status, 403);
    for (const visitor of [app.browser(), representative]) {
      assert.equal((await visitor.submit(path)).status, 403);
      for (const where of ['/en/', '/en/contact', '/en/start', inbox])
        assert.doesNotMatch((await visitor.get(where)).text, /Private name/);
    }
    assert.match(await inboxWords(), /Private name ▲ Waits/);
    assert.equal((await coordinator.submit(`${inbox}/${app.runtime.newId()}/answered`)).status, 404);
  });

  it('are paged: those that wait first, then the newest, none twice', async () => {
    for (let number = 0; number < 21; number += 1) await somebody().submit('/en/contact', message);
    const first = await coordinator.get(inbox);
    const next = /<a href="([^"]+)" rel="next">/.exec(first.text)?.[1] ?? '';
    const second = await coordinator.get(next);
    const actions = [first, second].map(({ text }) => [...text.matchAll(/messages\/([0-9a-f-]{36})\//g)]);
    const ids = actions.map((found) => found.map(([, id]) => id));
    assert.equal(ids[0]?.length, 20);
    assert.equal(new Set(ids.flat()).size, ids.flat().length);
    assert.ok(ids.flat().length >= 22);
    assert.match(wordsIn(second.text), /^.{0,80}Messages to the network Srey ▲ Waits for an answer/);
    const garbage = Buffer.from(JSON.stringify(['maybe', app.runtime.newId()])).toString('base64url');
    assert.equal((await coordinator.get(`${inbox}?after=${garbage}`)).status, 200);
  });
});

const actionIn = (page: string, act: string): string =>
  new RegExp(`action="([^"]+/${act})"`).exec(page)?.[1] ?? '';
