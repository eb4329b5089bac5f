import assert from 'node:assert/strict';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { system } from '#src/kernel/actor.ts';
import { foundNetwork } from '#src/modules/network/index.ts';
import { startTestApp, type TestApp } from '#tests/support/app.ts';
import type { Browser } from '#tests/support/browser.ts';

let app: TestApp;
let coordinator: Browser;
beforeAll(async () => {
  app = await startTestApp({ now: '2026-03-01T02:00:00Z' });
  coordinator = await app.build.coordinator();
  await foundNetwork(app.runtime, system('test'), { name: { en: 'The network' } });
});
afterAll(() => app.close());

type Fields = Readonly<Record<string, string>>;
const past = { inDays: -2 };

describe('writing minutes', () => {
  it('keeps a draft that only its writers see, and publishes it in one step', async () => {
    const meeting = await app.build.occurrence(past);
    const draft = await coordinator.follow(`${meeting.page}/minutes`, { 'body.en': 'A draft.' });
    assert.match(draft.text, /Saved\. Only those who write the minutes see them so far\./);
    assert.match(draft.text, /Draft: not published yet/);
    const page = await pageOf(meeting.id);
    const member = await app.build.member();
    assert.equal((await member.get(page)).status, 404);
    assert.doesNotMatch((await member.get(meeting.page)).text, /Read the minutes/);

    const form = await coordinator.get(`${meeting.page}/minutes`);
    const published = await coordinator.follow(`${meeting.page}/minutes`, {
      ...filled(form.text),
      publish: 'yes',
    });
    assert.match(published.text, /The minutes are published\./);
    assert.match((await app.browser().get(page)).text, /A draft\./);
    assert.match((await member.get(meeting.page)).text, /Read the minutes/);
    assert.match((await member.get('/en/meetings/past')).text, /Minutes/);
    assert.match((await app.browser().get('/en/')).text, new RegExp(page));

    // Saved again, without the button that publishes, it stays published.
    const again = await coordinator.follow(`${meeting.page}/minutes`, {
      ...filled((await coordinator.get(`${meeting.page}/minutes`)).text),
      'body.en': 'A correction.',
    });
    assert.match(again.text, /The minutes are published\./);
    assert.match((await app.browser().get(page)).text, /A correction\./);
  });

  it('publishes nothing where nothing is written, nor leaves nothing', async () => {
    const meeting = await app.build.occurrence(past);
    const empty = await coordinator.submit(`${meeting.page}/minutes`, { attended: '7', publish: 'yes' });
    assert.equal(empty.status, 422);
    assert.match(empty.text, /There is nothing to read yet\./);
    assert.match(empty.text, /name="attended"[^>]*value="7"/);
    assert.equal((await coordinator.submit(`${meeting.page}/minutes`, { attended: '7' })).status, 303);
    await write(meeting, { revision: '1', 'decisions.0.text.en': 'We go on' });
    const form = filled((await coordinator.get(`${meeting.page}/minutes`)).text);
    const emptied = { ...form, 'decisions.0.text.en': '' };
    assert.equal((await coordinator.submit(`${meeting.page}/minutes`, emptied)).status, 422);
    assert.match((await app.browser().get(await pageOf(meeting.id))).text, /We go on/);
  });

  it('can be taken back, by those who write them: a draft again, with its action items', async () => {
    const meeting = await app.build.occurrence(past);
    const member = await app.build.member();
    await write(meeting, {
      'body.en': 'Too early',
      'actionItems.0.text.en': 'Waits with them',
      'actionItems.0.owner': `organisation:${member.organisationId}`,
      'actionItems.0.dueOn': '2026-04-01',
    });
    const page = await pageOf(meeting.id);
    const path = `${meeting.page}/minutes/withdrawal`;
    assert.match((await coordinator.get(page)).text, new RegExp(`href="${path}"`));
    assert.doesNotMatch((await member.get(page)).text, /Take back/);
    for (const visitor of [member, app.browser()]) {
      assert.equal((await visitor.submit(path)).status, 403);
      assert.notEqual((await visitor.get(path)).status, 200);
    }
    assert.match((await member.get('/en/start')).text, /Waits with them/);
    assert.match((await coordinator.get(path)).text, /Take these minutes back\?/);
    const old = filled((await coordinator.get(`${meeting.page}/minutes`)).text);
    const taken = await coordinator.follow(path);
    assert.match(taken.text, /The minutes are a draft again\./);
    assert.match(taken.text, /Too early/);
    assert.equal((await member.get(page)).status, 404);
    assert.doesNotMatch((await member.get('/en/start')).text, /Waits with them/);
    // Whoever was writing while they were published does not publish them again unawares.
    assert.equal((await coordinator.submit(`${meeting.page}/minutes`, old)).status, 422);
  });

  it('is published at once by whoever wants to', async () => {
    const meeting = await app.build.occurrence(past);
    await write(meeting, { 'body.km': 'អ្វីដែលបាននិយាយ', attended: '២៤' });
    const page = await pageOf(meeting.id);
    assert.match(
      (await app.browser().get(page)).text,
      /Published Sunday 1 March 2026 · 24 people were there\./,
    );
    const khmer = (await app.browser().get(page.replace('/en/', '/km/'))).text;
    assert.match(khmer, /២៤/);
  });

  it('is for the coordinator and the people of the host only', async () => {
    const [host, other] = [await app.build.organisation({ standing: null }), await app.build.organisation()];
    const hosts = await app.build.person({ organisationId: host.id, role: 'staff' });
    const others = await app.build.person({ organisationId: other.id, role: 'representative' });
    for (const visibleTo of ['public', 'members'] as const) {
      const meeting = await app.build.occurrence({ ...past, visibleTo });
      await app.db
        .updateTable('meetings.occurrence')
        .set({ host_organisation_id: host.id })
        .where('id', '=', meeting.id)
        .execute();
      assert.match((await hosts.get(meeting.page)).text, /Write the minutes/);
      assert.doesNotMatch((await others.get(meeting.page)).text, /Write the minutes/);
      const saved = await hosts.follow(`${meeting.page}/minutes`, { 'body.en': 'By the host.' });
      assert.match(saved.text, /By the host\./);
      for (const [visitor, get, post] of [
        [others, 403, 403],
        [await app.build.person(), visibleTo === 'public' ? 403 : 404, visibleTo === 'public' ? 403 : 404],
        [await app.build.outsider(meeting), 403, 403],
      ] as const) {
        assert.equal((await visitor.get(`${meeting.page}/minutes`)).status, get);
        assert.equal((await visitor.submit(`${meeting.page}/minutes`, { 'body.en': 'x' })).status, post);
      }
      assert.match((await hosts.get(await pageOf(meeting.id))).text, /By the host\./);
    }
  });

  it('shows each text in the reader’s language, or says that it is in the other one', async () => {
    const meeting = await app.build.occurrence(past);
    await write(meeting, {
      'body.en': '## Shared\n\n- **Voice** helps.',
      'decisions.0.text.km': 'សេចក្ដីសម្រេចទីមួយ',
      'decisions.0.text.en': 'The first decision',
      'decisions.1.text.en': 'Only in English',
    });
    const page = await pageOf(meeting.id);
    const english = await app.browser().get(page);
    assert.match(english.text, /<h\d>Shared<\/h\d>/);
    assert.match(english.text, /<strong>Voice<\/strong>/);
    assert.match(english.text, /The first decision/);
    const khmer = await app.browser().get(page.replace('/en/', '/km/'));
    assert.match(khmer.text, /<div class="prose" lang="en">/);
    assert.match(khmer.text, /សេចក្ដីសម្រេចទីមួយ/);
    assert.match(khmer.text, /<span lang="en">Only in English<\/span>/);
  });

  it('lets nothing run that was typed', async () => {
    const meeting = await app.build.occurrence(past);
    await write(meeting, {
      'body.en': [
        '<script>alert(1)</script>',
        '<img src=x onerror=alert(2)>',
        '[click](javascript:alert(3))',
        '[data](data:text/html;base64,PHNjcmlwdD4=)',
        '[good](https://example.org/ "x\\" onmouseover=alert(4)")',
        '![tracker](https://example.org/pixel.png)',
      ].join('\n\n'),
      'decisions.0.text.en': '<script>alert(5)</script>',
    });
    const { text } = await app.browser().get(await pageOf(meeting.id));
    const main = text
      .replace(/^.*<main/s, '')
      .replace(/<script type="application\/ld\+json">.*?<\/script>/s, '');
    assert.doesNotMatch(main, /<script|<img|<[^>]+onerror|<[^>]+onmouseover/);
    assert.doesNotMatch(main, /href="(javascript|data):/);
    assert.match(main, /<a href="https:\/\/example\.org\/" rel="noopener nofollow">good<\/a>/);
    assert.match(main, /&lt;script&gt;alert\(1\)/);
  });
});

describe('decisions and action items', () => {
  it('get one more row when asked, and keep everything typed so far', async () => {
    const meeting = await app.build.occurrence(past);
    const typed = {
      'body.en': 'typed body',
      'decisions.0.text.en': 'typed decision',
      'actionItems.0.text.km': 'កិច្ចការ',
      'actionItems.0.dueOn': '2026-04-01',
      'actionItems.0.owner': '',
    };
    const page = await coordinator.submit(`${meeting.page}/minutes`, { ...typed, again: 'decisions' });
    assert.equal(page.status, 200);
    assert.match(page.text, /name="decisions\.1\.text\.en"/);
    assert.doesNotMatch(page.text, /name="decisions\.2\.text\.en"/);
    const more = await coordinator.submit(`${meeting.page}/minutes`, {
      ...typed,
      'decisions.1.text.en': '',
      again: 'decisions',
    });
    assert.match(more.text, /name="decisions\.2\.text\.en"/);
    for (const words of ['typed body', 'typed decision', 'កិច្ចការ', '2026-04-01'])
      assert.match(more.text, new RegExp(words));
    assert.match((await coordinator.get(`${meeting.page}/minutes`)).text, /name="revision" value="0"/);
  });

  it('say what is missing beside its field, and keep everything typed', async () => {
    const meeting = await app.build.occurrence(past);
    const refused = await coordinator.submit(`${meeting.page}/minutes`, {
      'decisions.3.text.en': 'x'.repeat(501),
      'actionItems.0.text.en': 'Somebody should do this',
      'actionItems.1.owner': `organisation:${(await app.build.organisation()).id}`,
      'actionItems.1.dueOn': 'next week',
      attended: 'many',
    });
    assert.equal(refused.status, 422);
    for (const [field, sentence] of [
      ['actionItems.0.owner', 'Choose who takes it on.'],
      ['actionItems.0.dueOn', 'Write until which day it should be done, as 2026-11-22.'],
      ['actionItems.1.text.km', 'Write it in one sentence, or leave the whole row empty.'],
      ['actionItems.1.dueOn', 'Write until which day it should be done, as 2026-11-22.'],
      ['attended', 'Write the number of people with digits, like 24.'],
    ] as const) {
      assert.ok(refused.text.includes(`<a href="#${field}">${sentence}</a>`), field);
      assert.ok(refused.text.includes(`id="${field}-error"`), field);
    }
    assert.match(refused.text, /value="Somebody should do this"/);
    assert.match(refused.text, /value="next week"/);
    assert.match(refused.text, new RegExp(`value="${'x'.repeat(501)}"`));
  });

  it('are left out by emptying their row', async () => {
    const meeting = await app.build.occurrence(past);
    const organisation = await app.build.organisation();
    const item = (place: number, text: string) => ({
      [`actionItems.${place}.text.en`]: text,
      [`actionItems.${place}.owner`]: `organisation:${organisation.id}`,
      [`actionItems.${place}.dueOn`]: '2026-04-01',
    });
    await write(meeting, {
      ...item(0, 'First task'),
      ...item(1, 'Second task'),
      'decisions.0.text.en': 'A decision',
    });
    const form = filled((await coordinator.get(`${meeting.page}/minutes`)).text);
    const emptied = await coordinator.follow(`${meeting.page}/minutes`, {
      ...form,
      'actionItems.0.text.en': '',
      'actionItems.0.owner': '',
      'actionItems.0.dueOn': '',
      'decisions.0.text.en': '',
    });
    assert.match(emptied.text, /The minutes are published\./);
    assert.match(emptied.text, /Second task/);
    assert.doesNotMatch(emptied.text, /First task|A decision/);
  });

  it('belong to a person or to an organisation, also one that has left since', async () => {
    const meeting = await app.build.occurrence(past);
    const organisation = await app.build.organisation({ name: { en: 'Doers', km: 'អ្នកធ្វើ' } });
    const person = await app.build.person({ organisationId: organisation.id, name: { en: 'Chanthy' } });
    const reader = await app.build.member();
    await write(meeting, {
      'actionItems.0.text.en': 'By a person',
      'actionItems.0.owner': `person:${person.personId}`,
      'actionItems.0.dueOn': '2026-04-01',
      'actionItems.1.text.en': 'By an organisation',
      'actionItems.1.owner': `organisation:${organisation.id}`,
      'actionItems.1.dueOn': '2026-04-02',
    });
    const page = await pageOf(meeting.id);
    assert.match((await reader.get(page)).text, /Chanthy, until Wednesday 1 April 2026/);
    assert.match((await app.browser().get(page.replace('/en/', '/km/'))).text, /អ្នកធ្វើ/);

    const { id } = organisation;
    await app.db.deleteFrom('organisations.position').where('organisation_id', '=', id).execute();
    const archived = app.db.updateTable('organisations.organisation').set({ archived_at: app.clock.now });
    await archived.where('id', '=', id).execute();
    const form = filled((await coordinator.get(`${meeting.page}/minutes`)).text);
    const saved = await coordinator.submit(`${meeting.page}/minutes`, { ...form, 'body.en': 'More.' });
    assert.equal(saved.status, 303);
    assert.match((await reader.get(page)).text, /Chanthy, until.*Doers, until/);
  });

  it('name a person who is not shown publicly to people of the network only', async () => {
    const meeting = await app.build.occurrence(past);
    const { id } = await app.build.organisation({ name: { en: 'Quiet House', km: 'ផ្ទះស្ងាត់' } });
    const [quiet, shown, alone] = [
      await app.build.person({ organisationId: id, name: { en: 'Quiet Kim' } }),
      await app.build.person({ organisationId: id, name: { en: 'Shown Sao' } }),
      await app.build.person({ name: { en: 'Alone Ly' } }),
    ];
    const position = app.db.updateTable('organisations.position').set({ is_public: true });
    await position.where('person_id', '=', shown.personId).execute();
    const items = [quiet, shown, alone].map(({ personId }, place) => ({
      [`actionItems.${place}.text.en`]: `Item ${place}`,
      [`actionItems.${place}.owner`]: `person:${personId}`,
      [`actionItems.${place}.dueOn`]: '2026-04-01',
    }));
    await write(meeting, Object.assign({}, ...items));
    const page = await pageOf(meeting.id);
    const whole = /Quiet Kim, until.*Shown Sao, until.*Alone Ly, until/s;
    assert.match((await coordinator.get(page)).text, whole);
    assert.match((await (await app.build.member()).get(page)).text, whole);
    for (const outsider of [app.browser(), await app.build.person(), await app.build.outsider(meeting)]) {
      const { text } = await outsider.get(page);
      assert.match(text, /Quiet House, until.*Shown Sao, until.*The network, until/s);
      assert.doesNotMatch(text, /Quiet Kim|Alone Ly/);
    }
    assert.match((await alone.get(page)).text, /Quiet House, until.*Alone Ly, until/s);
    const khmer = (await app.browser().get(page.replace('/en/', '/km/'))).text;
    assert.match(khmer, /ផ្ទះស្ងាត់ ត្រឹម/);
    assert.match(khmer, /បណ្ដាញ ត្រឹម/);
  });

  it('can be taken on by a coordinator, and by nobody who is not there', async () => {
    const meeting = await app.build.occurrence(past);
    const other = await app.build.person({ coordinator: true, name: { en: 'Channary' } });
    const form = await coordinator.get(`${meeting.page}/minutes`);
    assert.match(form.text, new RegExp(`value="person:${other.personId}"[^>]*>Channary \\(coordinator\\)<`));
    const item = { 'actionItems.0.text.en': 'Calls the ministry', 'actionItems.0.dueOn': '2026-04-01' };
    for (const kind of ['person', 'organisation']) {
      const owner = `${kind}:${app.runtime.newId()}`;
      const typed = { ...item, 'actionItems.0.owner': owner };
      assert.equal((await coordinator.submit(`${meeting.page}/minutes`, typed)).status, 404);
    }
    await write(meeting, { ...item, 'actionItems.0.owner': `person:${other.personId}` });
    assert.match((await other.get('/en/start')).text, /Calls the ministry/);
    const host = await app.build.person({ name: { en: 'Visitor' } });
    assert.doesNotMatch((await host.get(await pageOf(meeting.id))).text, /Channary/);
  });

  it('that are closed stay closed when the minutes are saved again', async () => {
    const meeting = await app.build.occurrence(past);
    const { id } = await app.build.organisation();
    const owner = await app.build.person({ organisationId: id });
    await write(meeting, {
      'actionItems.0.text.en': 'Will be done',
      'actionItems.0.owner': `organisation:${id}`,
      'actionItems.0.dueOn': '2026-04-01',
      'actionItems.1.text.en': 'Stays open',
      'actionItems.1.owner': `organisation:${id}`,
      'actionItems.1.dueOn': '2026-04-02',
    });
    const start = await owner.get('/en/start');
    const closing = /action="(\/en\/action-items\/[^"]+\/closing)"/.exec(start.text)?.[1] ?? '';
    await owner.submit(closing);
    const form = filled((await coordinator.get(`${meeting.page}/minutes`)).text);
    await coordinator.submit(`${meeting.page}/minutes`, {
      ...form,
      'actionItems.0.text.en': 'Has been done',
    });
    const page = await app.browser().get(await pageOf(meeting.id));
    assert.match(page.text, /Has been done.*?Done.*?Stays open.*?Open/s);
    assert.doesNotMatch((await owner.get('/en/start')).text, /Has been done/);
    assert.match((await owner.get('/en/start')).text, /Stays open/);
  });

  it('of other minutes cannot be taken over', async () => {
    const [one, other] = [await app.build.occurrence(past), await app.build.occurrence(past)];
    const { id } = await app.build.organisation();
    const item = { 'actionItems.0.owner': `organisation:${id}`, 'actionItems.0.dueOn': '2026-04-01' };
    await write(one, { ...item, 'actionItems.0.text.en': 'Of the one' });
    const form = filled((await coordinator.get(`${one.page}/minutes`)).text);
    const stolen = {
      ...item,
      'actionItems.0.text.en': 'Of the other',
      'actionItems.0.id': form['actionItems.0.id'] ?? '',
    };
    await write(other, stolen);
    assert.match((await app.browser().get(await pageOf(one.id))).text, /Of the one/);
    assert.match((await app.browser().get(await pageOf(other.id))).text, /Of the other/);
  });
});

describe('two people who write at once', () => {
  it('are told: the second keeps what they typed, and nothing is written over', async () => {
    const meeting = await app.build.occurrence(past);
    const other = await app.build.coordinator();
    const seen = filled((await coordinator.get(`${meeting.page}/minutes`)).text);
    const theirs = filled((await other.get(`${meeting.page}/minutes`)).text);
    assert.equal(
      (await coordinator.submit(`${meeting.page}/minutes`, { ...seen, 'body.en': 'First words' })).status,
      303,
    );
    const second = await other.onTwin().submit(`${meeting.page}/minutes`, {
      ...theirs,
      'body.en': 'Second words',
      'decisions.0.text.en': 'Second decision',
      publish: 'yes',
    });
    assert.equal(second.status, 422);
    assert.match(second.text, /Somebody else has saved these minutes meanwhile\./);
    assert.match(second.text, /Second words/);
    assert.match(second.text, /Second decision/);
    const saved = await coordinator.get(await pageOf(meeting.id));
    assert.match(saved.text, /First words/);
    assert.match(saved.text, /Draft: not published yet/);
  });

  it('at the very same moment: one is saved, the others are told', async () => {
    const meeting = await app.build.occurrence(past);
    const saves = await Promise.all(
      Array.from({ length: 6 }, (_, place) =>
        (place % 2 ? coordinator : coordinator.onTwin()).submit(`${meeting.page}/minutes`, {
          'body.en': `Words ${place}`,
          'decisions.0.text.en': `Decision ${place}`,
        }),
      ),
    );
    assert.deepEqual(saves.map(({ status }) => status).sort(), [303, 422, 422, 422, 422, 422]);
    const page = await coordinator.get(await pageOf(meeting.id));
    const [, words] = /Words (\d)/.exec(page.text) ?? [];
    assert.match(page.text, new RegExp(`Decision ${words}`));
    assert.equal(page.text.match(/Decision \d/g)?.length, 1);
  });
});

async function write(meeting: { page: string }, fields: Fields): Promise<void> {
  const answer = await coordinator.submit(`${meeting.page}/minutes`, { ...fields, publish: 'yes' });
  assert.equal(answer.status, 303, answer.text);
}

async function pageOf(occurrenceId: string): Promise<string> {
  const { id } = await app.db
    .selectFrom('meetings.minutes')
    .select('id')
    .where('occurrence_id', '=', occurrenceId)
    .executeTakeFirstOrThrow();
  return `/en/minutes/${id}`;
}

/** What a browser would send of the form of a page, when nothing is changed. */
function filled(page: string): Record<string, string> {
  const main = page.replace(/^.*<main/s, '');
  const fields: Record<string, string> = {};
  for (const [tag, name = ''] of main.matchAll(/<input[^>]*? name="([^"]+)"[^>]*>/g))
    if (name !== 'csrf') fields[name] = / value="([^"]*)"/.exec(tag)?.[1] ?? '';
  for (const [, name = '', value = ''] of main.matchAll(
    /<textarea[^>]*? name="([^"]+)"[^>]*>(.*?)<\/textarea>/gs,
  ))
    fields[name] = value;
  for (const [, name = '', options = ''] of main.matchAll(
    /<select[^>]*? name="([^"]+)"[^>]*>(.*?)<\/select>/gs,
  ))
    fields[name] = /value="([^"]*)" selected/.exec(options)?.[1] ?? '';
  return fields;
}
