import assert from 'node:assert/strict';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { plantSeeds } from '#src/seeds.ts';
import { startTestApp } from '#tests/support/app.ts';
import { wordsIn } from '#tests/support/page.ts';

async function start() {
  const app = await startTestApp({ now: '2026-03-01T02:00:00Z' });
  await plantSeeds(app.runtime, { demo: false });
  return app;
}

let app: Awaited<ReturnType<typeof start>>;
beforeAll(async () => {
  app = await start();
});
afterAll(() => app.close());

describe('the front page', () => {
  it('of a network that has just begun says what it is, and what will be here', async () => {
    const english = (await app.browser().get('/en/')).text;
    assert.match(english, /<h1 class="hero-title">The technology that is there, used better, together<\/h1>/);
    const words = wordsIn(english);
    assert.match(words, /Next meeting No meeting is planned yet\. When one is, you can answer here\./);
    assert.match(words, /Members All organisations EW East West Management Institute/);
    assert.match(words, /Aims 1 Encourage collaboration/);
    assert.match(words, /7 member organisations 67\.5 % use the Internet Start of 2023/);
    assert.match(words, /Take part .* Contact More about the network/);
    assert.doesNotMatch(words, /Latest minutes|News|More meetings/);
    const khmer = (await app.browser().get('/km/')).text;
    assert.match(wordsIn(khmer), /មិនទាន់មានការប្រជុំទេ។.*៧ អង្គការសមាជិក ៦៧,៥%/);
  });

  it('opens at the root, in the language the browser asks for, Khmer if it does not say', async () => {
    for (const [asked, place] of [
      ['', '/km/'],
      ['en-GB,en;q=0.9', '/en/'],
      ['fr,km;q=0.5', '/km/'],
      ['de', '/km/'],
    ]) {
      const answer = await app.browser().request('/', { headers: { 'accept-language': asked ?? '' } });
      assert.deepEqual([answer.status, answer.location], [302, place]);
    }
  });

  it('shows the next meeting with its answers, then the ones after it, never a cancelled or hidden one', async () => {
    const busy = await start();
    const cancelled = await busy.build.occurrence({ inDays: 1 });
    const coordinator = await busy.build.coordinator();
    await coordinator.submit(`${cancelled.page}/cancellation`, { 'reason.en': 'Rain' });
    await busy.build.occurrence({ inDays: 2, visibleTo: 'members' });
    const next = await busy.build.occurrence({ inDays: 3 });
    const later = await busy.build.occurrence({ inDays: 4 });

    const { text } = await busy.browser().get('/en/');
    const [hero = '', rest = ''] = text.split('More meetings');
    assert.ok(hero.includes(`href="${next.page}"`));
    assert.ok(hero.includes(`href="${next.page}/rsvp?answer=accepted"`));
    assert.ok(rest.includes(`href="${later.page}"`));
    assert.ok(!text.includes(cancelled.id));
    assert.doesNotMatch(text, /call\.example\.org/);
    const member = await busy.build.member();
    assert.match((await member.get('/en/')).text, /the secret hall/);
    await busy.close();
  });

  it('shows a visitor a meeting they may answer, however many come before it that they may not', async () => {
    const closed = await start();
    for (const inDays of [1, 2, 3, 4, 5, 6])
      await closed.build.occurrence({ inDays, visibleTo: 'members', isAnnounced: true });
    const watched = await closed.build.occurrence({ inDays: 7, visibleTo: 'public', openTo: 'members' });
    const heroFor = async (visitor: { readonly get: (path: string) => Promise<{ text: string }> }) =>
      (await visitor.get('/en/')).text.split('More meetings')[0] ?? '';
    assert.ok((await heroFor(closed.browser())).includes(`href="${watched.page}"`));
    const open = await closed.build.occurrence({ inDays: 8 });
    assert.ok((await heroFor(closed.browser())).includes(`href="${open.page}/rsvp?answer=accepted"`));
    assert.ok(!(await heroFor(await closed.build.member())).includes(open.page));
    await closed.close();
  });

  it('shows the next meeting however many before it are cancelled', async () => {
    const unlucky = await start();
    const coordinator = await unlucky.build.coordinator();
    for (const inDays of [1, 2, 3, 4, 5]) {
      const { page } = await unlucky.build.occurrence({ inDays });
      await coordinator.submit(`${page}/cancellation`, { 'reason.en': 'Rain' });
    }
    const held = await unlucky.build.occurrence({ inDays: 6 });
    assert.ok((await unlucky.browser().get('/en/')).text.includes(`href="${held.page}"`));
    await unlucky.close();
  });

  it('counts members and shows founders first, nine of them, none that has left or is archived', async () => {
    const grown = await start();
    for (let number = 1; number <= 5; number += 1)
      await grown.build.organisation({ name: { en: `A member ${number}` } });
    await grown.build.organisation({ name: { en: 'A supporter' }, standing: 'supporter' });
    const coordinator = await grown.build.coordinator();
    await coordinator.submit('/en/organisations/cchr/archiving');
    await coordinator.submit('/en/organisations/ccc/standing/end', { until: '2026-01-01' });
    const { text } = await grown.browser().get('/en/');
    const shown = [...text.matchAll(/class="card organisation-card" href="\/en\/organisations\/([^"]+)"/g)];
    assert.equal(shown.length, 9);
    assert.deepEqual(
      shown.slice(0, 5).map(([, slug]) => slug),
      ['ewmi', 'instedd', 'odc', 'oi', 'wmc'],
    );
    assert.doesNotMatch(text, /A supporter|Cambodian Center|Cooperation Committee/);
    assert.match(wordsIn(text), /10 member organisations/);
    await grown.close();
  });
});
