import assert from 'node:assert/strict';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { startTestApp, type TestApp } from '#tests/support/app.ts';
import { valueIn, wordsIn } from '#tests/support/page.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ now: '2026-03-01T02:00:00Z' });
});
afterAll(() => app.close());

async function withRepresentative() {
  const { id, slug } = await app.build.organisation();
  const representative = await app.build.person({ organisationId: id, role: 'representative' });
  const page = `/en/organisations/${slug}`;
  return { id, representative, page, path: `${page}/projects` };
}

const rowsIn = (page: string): number => page.match(/<legend>Project \d+<\/legend>/g)?.length ?? 0;

describe('the projects of an organisation', () => {
  it('stand on its page as a plain list, in the order in which they were written', async () => {
    const { representative, page, path } = await withRepresentative();
    const saved = await representative.follow(path, {
      'projects.0.name.km': 'តម្លៃទីផ្សារ',
      'projects.0.name.en': 'Market prices',
      'projects.0.summary.en': 'By SMS, every Monday.',
      'projects.0.sinceYear': '២០១៥',
      'projects.0.untilYear': '2018',
      'projects.1.name.en': 'Weather',
      'projects.1.website': 'example.org/weather',
      'projects.1.sinceYear': '2020',
    });
    assert.match(saved.text, /The projects are saved\./);
    const english = (await app.browser().get(page)).text;
    assert.match(
      wordsIn(english),
      /Projects Market prices · 2015 to 2018 By SMS, every Monday\. Weather · since 2020/,
    );
    assert.match(english, /<a href="https:\/\/example\.org\/weather">Weather<\/a>/);
    const khmer = wordsIn((await app.browser().get(page.replace('/en/', '/km/'))).text);
    assert.match(khmer, /តម្លៃទីផ្សារ · .*២០១៥.*២០១៨/);
  });

  it('come back into the form, with one empty row more', async () => {
    const { representative, path } = await withRepresentative();
    await representative.submit(path, { 'projects.0.name.en': 'One', 'projects.1.name.en': 'Two' });
    const form = (await representative.get(path)).text;
    assert.equal(rowsIn(form), 3);
    assert.equal(valueIn(form, 'projects.1.name.en'), 'Two');
    assert.equal(valueIn(form, 'projects.2.name.en'), '');
  });

  it('are dropped where the row is left blank, and close the gap', async () => {
    const { representative, path } = await withRepresentative();
    await representative.submit(path, {
      'projects.0.name.en': ' ',
      'projects.0.website': '',
      'projects.2.name.en': 'After a gap',
      'projects.10.name.en': 'And another',
    });
    const form = (await representative.get(path)).text;
    assert.deepEqual(
      [0, 1, 2].map((place) => valueIn(form, `projects.${place}.name.en`)),
      ['After a gap', 'And another', ''],
    );
    await representative.submit(path, { 'projects.0.name.en': '' });
    assert.equal(rowsIn((await representative.get(path)).text), 1);
  });

  it('keep what was typed when one more row is asked for, finished or not', async () => {
    const { representative, path } = await withRepresentative();
    const typed = {
      'projects.0.name.en': 'Half',
      'projects.0.sinceYear': 'soon',
      'projects.1.name.en': '',
      again: 'projects',
    };
    const more = await representative.submit(path, typed);
    assert.equal(more.status, 200);
    assert.equal(rowsIn(more.text), 3);
    assert.equal(valueIn(more.text, 'projects.0.sinceYear'), 'soon');
    assert.doesNotMatch(more.text, /class="problems"/);
    assert.equal(rowsIn((await representative.get(path)).text), 1);
  });

  it('say what is wrong in the row where it is wrong, and keep the others', async () => {
    const { representative, path } = await withRepresentative();
    const wrong = await representative.submit(path, {
      'projects.0.name.en': 'Kept',
      'projects.3.sinceYear': '20155',
      'projects.3.website': 'javascript:alert(1)',
    });
    assert.equal(wrong.status, 422);
    assert.match(wrong.text, /id="projects\.3\.sinceYear-error">Write a year such as 2015\.</);
    assert.match(wrong.text, /<a href="#projects\.3\.name\.km">Write the name of the project, or leave/);
    assert.match(wrong.text, /<a href="#projects\.3\.website">Write a web address/);
    assert.equal(valueIn(wrong.text, 'projects.0.name.en'), 'Kept');
    assert.equal(rowsIn(wrong.text), 5);
  });

  it('cannot have ended before they began', async () => {
    const { representative, path } = await withRepresentative();
    const years = (sinceYear: string, untilYear: string) =>
      representative.submit(path, {
        'projects.0.name.en': 'Backwards',
        'projects.0.sinceYear': sinceYear,
        'projects.0.untilYear': untilYear,
      });
    const wrong = await years('២០២៤', '2020');
    assert.equal(wrong.status, 422);
    assert.match(
      wrong.text,
      /id="projects\.0\.untilYear-error">The last year cannot come before the first\.</,
    );
    assert.equal(valueIn(wrong.text, 'projects.0.name.en'), 'Backwards');
    assert.equal((await years('2020', '២០២០')).status, 303);
    assert.equal((await years('', '2020')).status, 303);
  });

  it('take no row that no form of ours has, and draw none', async () => {
    const { representative, path } = await withRepresentative();
    for (const place of ['100', '99999999', '1e9', '0x7fffffff', 'constructor', '01e1']) {
      const name = `projects.${place}.name.en`;
      const again = await representative.submit(path, { [name]: 'x', again: 'projects' });
      assert.deepEqual([again.status, rowsIn(again.text)], [200, 1], place);
      assert.equal((await representative.submit(path, { [name]: 'x' })).status, 422, place);
    }
  });

  it('are written by those who look after the organisation, by nobody else', async () => {
    const { id, page, path } = await withRepresentative();
    const other = await app.build.organisation();
    const fields = { 'projects.0.name.en': 'Not yours' };
    for (const visitor of [
      await app.build.person({ organisationId: id, role: 'staff' }),
      await app.build.person({ organisationId: other.id, role: 'representative' }),
    ]) {
      assert.equal((await visitor.get(path)).status, 403);
      assert.equal((await visitor.submit(path, fields)).status, 403);
      assert.equal((await visitor.submit(path, { ...fields, again: 'projects' })).status, 403);
    }
    const anybody = await app.browser().submit(path, fields);
    assert.equal(anybody.status, 403);
    assert.equal(valueIn(anybody.text, 'projects.0.name.en'), 'Not yours');
    assert.doesNotMatch((await app.browser().get(page)).text, /Not yours/);
  });
});
