import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { hasChromium, openChromium } from '#tests/support/chromium.ts';
import { type Program, startProgram } from '#tests/support/program.ts';

// The main job, as one coordinator, one representative, one stranger and one phone live it: in Khmer, on a phone 360 pixels
// wide, with script switched off, on the program that `npm start` starts. `npm run screenshots` keeps what it sees.

const phone = { viewport: { width: 360, height: 740 }, javaScriptEnabled: false, locale: 'km-KH' };
const folder = process.env.SCREENSHOTS;

describe.skipIf(!hasChromium)('the main job', () => {
  let program: Program;
  let chromium: Browser;
  let coordinator: Page;
  let representative: Page;
  let stranger: Page;
  let meeting = '';

  beforeAll(async () => {
    [program, chromium] = await Promise.all([startProgram(), openChromium()]);
    [coordinator, representative, stranger] = await Promise.all([person(), person(), person()]);
  }, 90_000);

  afterAll(async () => {
    await chromium?.close();
    await program?.stop();
  });

  const context = (): Promise<BrowserContext> => chromium.newContext(phone);
  const person = async (): Promise<Page> => (await context()).newPage();
  const open = (page: Page, path: string) => page.goto(program.baseUrl + path);

  it('begins with the link that the program printed', async () => {
    await coordinator.goto(program.coordinatorLink('km'));
    await coordinator.fill('[name=name]', 'អ្នកសម្របសម្រួល');
    await coordinator.fill('[name=email]', 'coordinator@example.org');
    await coordinator.fill('[name=password]', 'ពាក្យសម្ងាត់បីពាក្យ');
    await keep(coordinator, '01-first-coordinator');
    await press(coordinator, 'បង្កើតគណនីរបស់ខ្ញុំ');
    assert.match(await coordinator.textContent('h1').then(String), /សួស្ដី អ្នកសម្របសម្រួល/);
    await open(coordinator, '/km/coordinate');
    await keep(coordinator, '02-coordinate');
  });

  it('goes on with an invitation to InSTEDD’s representative, who accepts it', async () => {
    await open(coordinator, '/km/invitations/new');
    await coordinator.fill('[name=reach]', 'representative@example.org');
    await coordinator.check('[name=role][value=representative]');
    await coordinator.selectOption('[name=organisationId]', { label: 'InSTEDD' });
    await press(coordinator, 'ផ្ញើការអញ្ជើញ');
    assert.match(await text(coordinator), /ការអញ្ជើញកំពុងផ្ញើទៅ។/);

    await representative.goto(await linkSentTo('representative@example.org', '/km/invitation'));
    assert.match(await text(representative), /InSTEDD/);
    await representative.fill('[name=name]', 'តំណាង');
    await representative.fill('[name=password]', 'ពាក្យសម្ងាត់ផ្សេង');
    await press(representative, 'បង្កើតគណនីរបស់ខ្ញុំ');
    assert.match(await text(representative), /គណនីរបស់អ្នករួចរាល់/);
    await keep(representative, '03-representative');
  });

  it('plans the quarterly meeting', async () => {
    await open(coordinator, '/km/series/quarterly-ict4d-meeting/edit');
    await coordinator.check('[name=repeat][value=months-by-weekday]');
    await coordinator.fill('[name=every]', '3');
    await coordinator.fill('[name=firstOn]', nextSecondWednesday());
    await coordinator.fill('[name=startsAtTime]', '09:00');
    await coordinator.fill('[name="place.km"]', 'សាលប្រជុំ រាជធានីភ្នំពេញ');
    await coordinator.fill('[name="place.en"]', 'Meeting hall, Phnom Penh');
    await coordinator.fill('[name=seats]', '៣០');
    await keep(coordinator, '04-plan-series');
    await press(coordinator, 'រក្សាទុកស៊េរីប្រជុំ');
    await coordinator.click('.meetings a >> nth=0');
    meeting = new URL(coordinator.url()).pathname;
    assert.match(meeting, /^\/km\/occurrences\//);
    await keep(coordinator, '05-meeting');
  });

  it('lets the representative answer with one tap', async () => {
    await open(representative, meeting);
    await press(representative, 'ខ្ញុំនឹងមក');
    assert.match(await text(representative), /អ្នកបានឆ្លើយថា៖ នឹងមក ១ នាក់។/);
    await keep(representative, '06-answered');
  });

  it('lets a stranger answer without an account, and gives them a link of their own', async () => {
    await open(stranger, '/km/');
    await keep(stranger, '07-front-page');
    await stranger.click('.choice-yes');
    await stranger.fill('[name=name]', 'ដារ៉ា');
    await stranger.fill('[name=reach]', '០១២ ០០០ ៧៧៧');
    await stranger.fill('[name=seats]', '២');
    await keep(stranger, '08-stranger');
    await press(stranger, 'រក្សាទុកចម្លើយ');
    assert.match(stranger.url(), /key=[0-9a-f]{40}/);
    assert.match(await text(stranger), /អ្នកបានឆ្លើយថា៖ នឹងមក ២ នាក់។/);
  });

  it('asks one more by SMS, who answers 1 and 3 in the simulator', async () => {
    await open(coordinator, `${meeting}/invitations`);
    await coordinator.fill('form[action$=contacts] [name=name]', 'ចន្ថា');
    await coordinator.fill('form[action$=contacts] [name=reach]', '012 000 778');
    await coordinator.click('form[action$=contacts] button[type=submit]');
    await openConversation('+85512000778');
    await answer('១');
    await answer('៣');
    assert.match(await text(coordinator), /អ្នកបានឆ្លើយថានឹងមក ៣ នាក់។/);
    await keep(coordinator, '09-answered-by-sms');
    await open(coordinator, `${meeting}/rsvps`);
    assert.match(await text(coordinator), /៦ នាក់នឹងមក/);
    for (const name of ['តំណាង', 'ដារ៉ា', 'ចន្ថា']) assert.match(await text(coordinator), new RegExp(name));
    await keep(coordinator, '10-who-comes');
  });

  it('ends with minutes that the stranger reads', async () => {
    await open(coordinator, `${meeting}/minutes`);
    await coordinator.fill('[name="body.km"]', '## អ្វីដែលបានចែករំលែក\n\nអង្គការបីបានបង្ហាញគម្រោងរបស់ខ្លួន។');
    await coordinator.fill(
      '[name="body.en"]',
      '## What was shared\n\nThree organisations showed their projects.',
    );
    await coordinator.fill('[name=attended]', '៦');
    await coordinator.fill('[name="decisions.0.text.km"]', 'ការប្រជុំបន្ទាប់និយាយអំពីសំឡេង។');
    await coordinator.fill('[name="actionItems.0.text.km"]', 'ផ្ញើឯកសារបង្ហាញ');
    await coordinator.selectOption('[name="actionItems.0.owner"]', { label: 'InSTEDD' });
    await coordinator.fill('[name="actionItems.0.dueOn"]', inDays(30));
    await keep(coordinator, '11-write-minutes');
    await press(coordinator, 'ផ្សព្វផ្សាយ');

    await open(stranger, meeting);
    await press(stranger, 'អានកំណត់ហេតុ');
    assert.match(await text(stranger), /អង្គការបីបានបង្ហាញគម្រោងរបស់ខ្លួន។/);
    await keep(stranger, '12-minutes');
    await open(representative, '/km/start');
    assert.match(await text(representative), /ផ្ញើឯកសារបង្ហាញ/);
    await keep(representative, '13-my-action-items');
  });

  it('looks right in English on a desktop too', async () => {
    const desktop = await (await chromium.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
    for (const [name, path] of [
      ['front-page', '/en/'],
      ['meetings', '/en/meetings'],
      ['organisations', '/en/organisations'],
      ['about', '/en/about'],
    ] as const) {
      assert.equal((await open(desktop, path))?.status(), 200);
      await keep(desktop, `desktop-${name}`);
    }
  });

  /** The link in the last message to somebody, as the coordinator sees it among the simulated messages. */
  async function linkSentTo(address: string, path: string): Promise<string> {
    await openConversation(address);
    const link = coordinator.locator(`.line-ours a[href*="${path}"]`).last();
    return String(await link.getAttribute('href'));
  }

  async function openConversation(address: string): Promise<void> {
    await open(coordinator, '/km/dev/outbox');
    await press(coordinator, address);
  }

  /** Answers as the person, and waits for what the network says to it. */
  async function answer(words: string): Promise<void> {
    const before = await coordinator.locator('.line-ours').count();
    await coordinator.fill('[name=body]', words);
    await press(coordinator, 'ផ្ញើចម្លើយនេះ');
    for (let tries = 0; (await coordinator.locator('.line-ours').count()) === before; tries += 1) {
      assert.ok(tries < 100, 'no answer came');
      await coordinator.waitForTimeout(100);
      await coordinator.goto(coordinator.url());
    }
  }
});

const press = (page: Page, words: string) =>
  page.locator('a, button').filter({ hasText: words }).first().click();

const text = async (page: Page): Promise<string> => String(await page.textContent('body'));

async function keep(page: Page, name: string): Promise<void> {
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  // As much of it as two screens of the phone show: whoever reads the README scrolls past thirteen of them.
  const { width = 0, height = 0 } = page.viewportSize() ?? {};
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  const clip = { x: 0, y: 0, width, height: Math.min(whole, Math.max(height, 1100)) };
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true, clip });
}

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

function nextSecondWednesday(): string {
  for (let days = 7; ; days += 1) {
    const day = new Date(Date.now() + days * 86_400_000);
    const isSecond = day.getUTCDate() > 7 && day.getUTCDate() <= 14;
    if (isSecond && day.getUTCDay() === 3) return day.toISOString().slice(0, 10);
  }
}
