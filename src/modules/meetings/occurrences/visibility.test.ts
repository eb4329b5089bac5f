import assert from 'node:assert/strict';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { system } from '#src/kernel/actor.ts';
import type { Audience } from '#src/kernel/audience.ts';
import { type Language, languages } from '#src/kernel/local-text.ts';
import { foundNetwork } from '#src/modules/network/index.ts';
import { startTestApp, type TestApp } from '#tests/support/app.ts';
import type { Answer, Browser } from '#tests/support/browser.ts';

// Who sees what of which meeting, on every page that shows meetings. Each private word of a meeting is a canary that
// stands nowhere else, so one that is found on a page was leaked by that page.

let app: TestApp;
let secrets: Secret[];
let everybody: Readonly<Record<Who, Reader>>;
beforeAll(async () => {
  app = await startTestApp({ now: '2026-03-01T02:00:00Z' });
  await foundNetwork(app.runtime, system('test'), { name: { en: 'The network' } });
  secrets = await Promise.all(kinds.map(newSecret));
  everybody = await readers();
});
afterAll(() => app.close());

/** Which meetings each may see, beside those they were asked to or hold a link to. */
const mayKnow = {
  anonymous: ['public'],
  account: ['public', 'accounts'],
  supporter: ['public', 'accounts'],
  formerMember: ['public', 'accounts'],
  member: ['public', 'accounts', 'members'],
  partner: ['public', 'accounts', 'members', 'partners'],
  founder: ['public', 'accounts', 'members', 'partners'],
  coordinator: ['public', 'accounts', 'members', 'partners'],
  linkHolder: ['public'],
  invited: ['public', 'accounts'],
} as const satisfies Record<string, readonly Audience[]>;
type Who = keyof typeof mayKnow;

const kinds = (['public', 'accounts', 'members', 'partners'] as const).flatMap((visibleTo) =>
  [true, false].map((isAnnounced) => ({ visibleTo, isAnnounced })),
);
const wholeForWhoeverIsAsked: readonly Who[] = ['linkHolder', 'invited'];

for (const who of Object.keys(mayKnow) as Who[])
  describe(`${who}: what they may know of meetings`, () => {
    for (const language of languages)
      it(`in lists, in ${language}`, async () => {
        const pages = await lists(everybody[who].browse, language, who);
        for (const secret of secrets) {
          // A link opens its meeting, not the lists.
          const knows = mayKnow[who].some((audience) => audience === secret.visibleTo) || who === 'invited';
          const { place, host, actionItem, owner } = secret.words;
          const overdue = who === 'coordinator' ? [actionItem, owner] : [];
          checkNothingOf(secret, pages, knows ? [place, host, secret.publishedId, ...overdue] : []);
          const named = pages.includes(secret.words.name[language]);
          assert.equal(named, knows || secret.isAnnounced, `${secret.tag}: named in a list`);
        }
      });

    for (const kind of kinds)
      it(`of one for ${kind.visibleTo}, ${kind.isAnnounced ? 'announced' : 'not announced'}`, async () => {
        const secret = secretOf(kind);
        const knows = mayKnow[who].some((audience) => audience === kind.visibleTo);
        for (const language of languages) {
          const pages = await pagesOf(everybody[who], secret, language);
          // Whoever was asked to a meeting finds it on the page of its series, where that may be known.
          const meets = knows || (who === 'invited' && kind.isAnnounced);
          assert.equal(pages.series.status, knows || kind.isAnnounced ? 200 : 404);
          checkWhere(pages.series, secret, meets);
          checkMeetings(pages, secret, { knows: knows || isAsked(who), who, language });
          checkBackstage(pages.backstage, secret, who);
        }
      });
  });

/** Somebody who is not shown publicly is known by name to those who have a place in an organisation. */
const mayKnowPeople = (who: Who): boolean => !['anonymous', 'account', 'linkHolder', 'invited'].includes(who);

const isAsked = (who: Who): boolean => wholeForWhoeverIsAsked.includes(who);

type Knowing = { readonly knows: boolean; readonly who: Who };

function checkWhere({ text }: Answer, secret: Secret, isOpen: boolean): void {
  const where = [secret.words.place, secret.words.host];
  for (const word of where) assert.equal(text.includes(word), isOpen, `${secret.tag}: ${word}`);
  checkNothingOf(secret, text, isOpen ? where : []);
}

function checkMeetings(
  { coming, past, rsvp, minutes, draft }: Pages,
  secret: Secret,
  { knows, who, language }: Knowing & { language: Language },
): void {
  const { place, host, note, reason, body, decision, actionItem, owner, name } = secret.words;
  const [isThere, isOpen] = [knows || secret.isAnnounced, knows];
  for (const page of [coming, past]) {
    assert.equal(page.status, isThere ? 200 : 404);
    assert.equal(page.text.includes(name[language]), isThere);
    for (const word of [place, host, note]) assert.equal(page.text.includes(word), isOpen);
  }
  assert.equal(past.text.includes(secret.publishedId), isOpen);
  assert.equal(past.text.includes(reason), isOpen);
  const inside = who === 'coordinator' ? [secret.words.call, secret.words.dialIn] : [];
  const open = [place, host, note, ...inside];
  checkNothingOf(secret, coming.text, isOpen ? open : []);
  checkNothingOf(secret, past.text, isOpen ? [...open, reason, secret.publishedId] : []);

  assert.equal(rsvp.status, isOpen ? 200 : isThere ? (who === 'anonymous' ? 303 : 403) : 404);
  checkWhere(rsvp, secret, isOpen);
  assert.equal(minutes.status, isOpen ? 200 : 404);
  const said = [body, decision, actionItem, ...(mayKnowPeople(who) ? [owner] : [])];
  for (const word of [body, decision, actionItem, owner])
    assert.equal(minutes.text.includes(word), isOpen && said.includes(word), word);
  // A page that is not there still says which one was asked for.
  checkNothingOf(secret, minutes.text, [secret.publishedId, ...(isOpen ? [place, host, ...said] : [])]);
  assert.equal(draft.status, who === 'coordinator' ? 200 : 404);
  if (who !== 'coordinator') checkNothingOf(secret, draft.text, [secret.draftId]);
}

/** Pages of those who prepare a meeting: with names of people, drafts and everything else. */
function checkBackstage(pages: readonly Answer[], secret: Secret, who: Who): void {
  for (const page of pages) {
    if (who === 'coordinator') assert.equal(page.status, 200);
    else assert.ok([303, 403, 404].includes(page.status), `backstage answered ${page.status}`);
    if (who !== 'coordinator') checkNothingOf(secret, page.text, []);
  }
  if (who !== 'coordinator') return;
  const all = pages.map(({ text }) => text).join();
  for (const word of [secret.words.answerer, secret.words.companion, secret.words.asked])
    assert.ok(all.includes(word), `${word} is missing`);
}

function checkNothingOf(secret: Secret, text: string, allowed: readonly string[]): void {
  const { name: _, ...words } = secret.words;
  for (const word of [...Object.values(words), secret.publishedId, secret.draftId])
    if (!allowed.includes(word)) assert.ok(!text.includes(word), `${secret.tag}: leaks ${word}`);
}

describe('the people of the organisation that hosts a meeting', () => {
  it('see it whole, its draft minutes too, though they are not among those it is for', async () => {
    const secret = secretOf({ visibleTo: 'partners', isAnnounced: false });
    const host = await app.build.person({ organisationId: secret.hostId });
    const page = await host.get(`/en/occurrences/${secret.comingId}`);
    for (const word of [secret.words.place, secret.words.note]) assert.ok(page.text.includes(word));
    assert.equal((await host.get(`/en/minutes/${secret.draftId}`)).status, 200);
    const other = secretOf({ visibleTo: 'partners', isAnnounced: true });
    assert.ok(!(await host.get(`/en/occurrences/${other.comingId}`)).text.includes(other.words.place));
  });
});

describe('the way into the call', () => {
  const way = /call-public-announced|dial-public-announced/;
  const meeting = () => `/en/occurrences/${secretOf({ visibleTo: 'public', isAnnounced: true }).comingId}`;

  it('is shown after a yes, and taken away after a no', async () => {
    const member = await app.build.member();
    for (const [answer, isShown] of [
      ['tentative', false],
      ['accepted', true],
      ['declined', false],
    ] as const) {
      await member.submit(`${meeting()}/rsvp`, { answer });
      const page = await member.get(meeting());
      assert.equal(way.test(page.text), isShown, `after ${answer}`);
      assert.equal(page.text.includes('is shown here once you have said that you come'), !isShown);
      assert.doesNotMatch((await member.get(`${meeting()}/rsvp`)).text, way);
    }
  });

  it('is not shown to somebody who waits for a seat', async () => {
    const occurrence = await app.build.occurrence({ seats: 1 });
    const [first, second] = [await app.build.member(), await app.build.member()];
    for (const member of [first, second]) await member.submit(occurrence.path, { answer: 'accepted' });
    assert.match((await first.get(occurrence.page)).text, /call\.example\.org\/secret/);
    assert.doesNotMatch((await second.get(occurrence.page)).text, /call\.example\.org\/secret/);
  });

  it('is shown to a stranger by their link only, after their yes', async () => {
    const browser = app.browser();
    const answer = { answer: 'accepted', name: 'Dara', reach: '012 000 950' };
    const { location } = await browser.submit(`${meeting()}/rsvp`, answer);
    const key = new URL(location ?? '', 'http://network.test').searchParams.get('key');
    assert.match((await browser.get(`${meeting()}?key=${key}`)).text, way);
    assert.doesNotMatch((await browser.get(meeting())).text, way);
  });

  it('is followed only when it is a web address', async () => {
    const occurrence = await app.build.occurrence();
    const member = await app.build.member();
    await app.db
      .updateTable('meetings.occurrence')
      .set({ call_link: 'javascript:alert(1)' })
      .where('id', '=', occurrence.id)
      .execute();
    await member.submit(occurrence.path, { answer: 'accepted' });
    assert.doesNotMatch((await member.get(occurrence.page)).text, /javascript:/);
  });
});

type Reader = { readonly browse: Browser; readonly linked?: (occurrenceId: string) => Browser };

async function readers(): Promise<Record<Who, Reader>> {
  const account = await app.build.person();
  const invited = await app.build.person();
  const former = await app.build.organisation({ standing: null });
  await app.db
    .insertInto('organisations.membership')
    .values({
      id: app.runtime.newId(),
      organisation_id: former.id,
      standing: 'founding',
      since: '2012-01-01',
      until: '2026-02-28',
    })
    .execute();
  const links = new Map<string, Browser>();
  for (const { comingId, pastId } of secrets)
    for (const id of [comingId, pastId]) {
      links.set(id, await app.build.outsider({ id }));
      await ask(id, invited.personId);
    }
  const anonymous = { browse: app.browser() };
  return {
    anonymous,
    account: { browse: account },
    supporter: { browse: await app.build.member('supporter') },
    formerMember: { browse: await app.build.person({ organisationId: former.id }) },
    member: { browse: await app.build.member('member') },
    partner: { browse: await app.build.member('partner') },
    founder: { browse: await app.build.member('founding') },
    coordinator: { browse: await app.build.coordinator() },
    linkHolder: { ...anonymous, linked: (id) => links.get(id) ?? anonymous.browse },
    invited: { browse: invited },
  };
}

type Pages = Readonly<Record<'series' | 'coming' | 'past' | 'rsvp' | 'minutes' | 'draft', Answer>> & {
  readonly backstage: readonly Answer[];
};

async function pagesOf({ browse, linked }: Reader, secret: Secret, language: Language): Promise<Pages> {
  const at = (path: string) => `/${language}${path}`;
  const about = (id: string) => linked?.(id) ?? browse;
  const meeting = (id: string, part = '') => about(id).get(at(`/occurrences/${id}${part}`));
  const parts = [
    ...['/edit', '/rsvps', '/rsvps.csv', '/invitations', '/cancellation', '/cancellation/undo'],
    ...['/minutes', '/minutes/withdrawal'],
  ];
  const backstage = [];
  for (const part of parts) backstage.push(await meeting(secret.comingId, part));
  for (const path of ['/edit', '/ending', '/occurrences/new'])
    backstage.push(await browse.get(at(`/series/${secret.slug}${path}`)));
  return {
    series: await browse.get(at(`/series/${secret.slug}`)),
    coming: await meeting(secret.comingId),
    past: await meeting(secret.pastId),
    rsvp: await meeting(secret.comingId, '/rsvp'),
    minutes: await about(secret.pastId).get(at(`/minutes/${secret.publishedId}`)),
    draft: await about(secret.comingId).get(at(`/minutes/${secret.draftId}`)),
    backstage,
  };
}

/** Every page that lists meetings of several series; for a link holder, as each of their links shows it. */
async function lists({ get }: Browser, language: Language, who: Who): Promise<string> {
  const pages = ['/', '/meetings', '/meetings/past', '/about'];
  if (!['anonymous', 'linkHolder'].includes(who)) pages.push('/start');
  if (who === 'coordinator') pages.push('/coordinate');
  const texts = [];
  for (const page of pages) {
    const { status, text } = await get(`/${language}${page}`);
    assert.equal(status, 200, page);
    texts.push(text);
  }
  if (who === 'linkHolder')
    for (const { comingId } of secrets) {
      const holder = everybody.linkHolder.linked?.(comingId);
      texts.push((await holder?.get(`/${language}/meetings`))?.text ?? '');
    }
  return texts.join('\n');
}

type Kind = (typeof kinds)[number];
type Secret = Awaited<ReturnType<typeof newSecret>>;

const secretOf = ({ visibleTo, isAnnounced }: Kind): Secret => {
  const secret = secrets.find((one) => one.visibleTo === visibleTo && one.isAnnounced === isAnnounced);
  assert.ok(secret);
  return secret;
};

const ask = (occurrenceId: string, personId: string) =>
  app.db
    .insertInto('meetings.invitation')
    .values({
      id: app.runtime.newId(),
      occurrence_id: occurrenceId,
      person_id: personId,
      invited_at: app.clock.now,
    })
    .execute();

/** A series with a meeting to come, whose minutes are a draft, and a past and cancelled one, whose are published. */
async function newSecret({ visibleTo, isAnnounced }: Kind) {
  const tag = `${visibleTo}-${isAnnounced ? 'announced' : 'quiet'}`;
  const words = {
    name: { en: `Name-${tag}`, km: `ឈ្មោះ-${tag}` },
    place: `place-${tag}`,
    host: `host-${tag}`,
    note: `note-${tag}`,
    reason: `reason-${tag}`,
    call: `https://call-${tag}.example.org/`,
    dialIn: `dial-${tag}`,
    body: `body-${tag}`,
    decision: `decision-${tag}`,
    actionItem: `action-${tag}`,
    owner: `Owner-${tag}`,
    answerer: `Answerer-${tag}`,
    companion: `Companion-${tag}`,
    asked: `Asked-${tag}`,
  };
  const series = await app.build.series({ visibleTo, isAnnounced });
  const { place, note, call, dialIn, reason } = words;
  const host = await app.build.organisation({ name: { en: words.host }, slug: words.host, standing: null });
  await app.db
    .updateTable('meetings.series')
    .set({ name: words.name, place: { km: place }, call_link: call, dial_in: dialIn })
    .set({ host_organisation_id: host.id })
    .where('id', '=', series.id)
    .execute();
  const [coming, past] = [
    await app.build.occurrence({ seriesId: series.id }),
    await app.build.occurrence({ seriesId: series.id, inDays: -3 }),
  ];
  const own = app.db.updateTable('meetings.occurrence').set({ note: { km: note } });
  await own.where('series_id', '=', series.id).execute();
  await own
    .set({ cancelled_at: app.clock.now, cancelled_reason: { en: reason } })
    .where('id', '=', past.id)
    .execute();
  const people = await peopleOf(coming, words);
  return {
    tag,
    visibleTo,
    isAnnounced,
    words,
    slug: series.slug,
    hostId: host.id,
    comingId: coming.id,
    pastId: past.id,
    draftId: await minutesOf(coming, words, people.ownerId, { isPublished: false }),
    publishedId: await minutesOf(past, words, people.ownerId, { isPublished: true }),
  };
}

type Words = Readonly<Record<'answerer' | 'companion' | 'asked' | 'owner', string>>;

/** Somebody who answered, somebody who was asked, and somebody who has something to do. */
async function peopleOf({ id, page, path }: { id: string; page: string; path: string }, words: Words) {
  const owner = await app.build.person({ name: { en: words.owner } });
  const answerer = await app.build.person({ name: { en: words.answerer } });
  await ask(id, answerer.personId);
  const answer = { answer: 'accepted', seats: '2', companions: words.companion };
  assert.equal((await answerer.submit(path, answer)).status, 303);
  const coordinator = await app.build.coordinator();
  const reach = `${words.asked.toLowerCase()}@example.org`;
  const asked = await coordinator.submit(`${page}/invitations/contacts`, { name: words.asked, reach });
  assert.equal(asked.status, 303);
  return { ownerId: owner.personId };
}

async function minutesOf(
  { page }: { page: string },
  words: Readonly<Record<'body' | 'decision' | 'actionItem', string>>,
  ownerId: string,
  { isPublished }: { isPublished: boolean },
): Promise<string> {
  const coordinator = await app.build.coordinator();
  const { location } = await coordinator.submit(`${page}/minutes`, {
    'body.en': words.body,
    'decisions.0.text.en': words.decision,
    'actionItems.0.text.en': words.actionItem,
    'actionItems.0.owner': `person:${ownerId}`,
    'actionItems.0.dueOn': '2026-02-01',
    ...(isPublished && { publish: 'yes' }),
  });
  const id = location?.split('/').at(-1);
  assert.ok(id);
  return id;
}
