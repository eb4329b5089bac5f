import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { HtmlValidate } from 'html-validate';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { hasChromium, openChromium } from '#tests/support/chromium.ts';
import { type Program, startProgram } from '#tests/support/program.ts';

// Every page there is, as a crawl finds it: reachable with a keyboard and a screen reader (axe, WCAG 2.2 AA), valid HTML, no
// wider than a phone, in both languages, light and dark.

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    'require-sri': ['error', { target: 'crossorigin' }],
    // HTML lets an id have a dot in it, and checkboxes share a name.
    'valid-id': ['error', { relaxed: true }],
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit', 'button'] }],
    // Style, not faults: attributes as Preact writes them, headings that the text of a person may repeat.
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    'no-inline-style': 'error',
    'text-content': 'error',
    // The way back and the list of pages are both navigation; each has a name.
    'unique-landmark': 'error',
    'tel-non-breaking': 'off',
  },
});

describe.skipIf(!hasChromium)('every page', () => {
  let program: Program;
  let chromium: Browser;
  beforeAll(async () => {
    [program, chromium] = await Promise.all([startProgram({ args: ['--demo'] }), openChromium()]);
  }, 90_000);
  afterAll(async () => {
    await chromium?.close();
    await program?.stop();
  });

  const open = async () => {
    const context = await chromium.newContext({ viewport: { width: 360, height: 740 }, bypassCSP: true });
    return { context, page: await context.newPage() };
  };

  it('is sound for somebody who is not signed in', async () => {
    const { context, page } = await open();
    const seen = await crawl(page, program.baseUrl, [
      '/km/',
      '/km/nothing-here',
      '/km/dev/components',
      '/km/dev/outbox',
    ]);
    assert.ok(seen.length >= 19, `${seen.length} pages`);
    await checkAll(context, program.baseUrl, seen);
  }, 240_000);

  it('is sound for a coordinator', async () => {
    const { context, page } = await open();
    await becomeCoordinator(page, program.coordinatorLink('km'));
    const seen = await crawl(page, program.baseUrl, [
      '/km/start',
      '/km/coordinate',
      '/km/coordinate/network',
      '/km/account',
    ]);
    assert.ok(seen.length >= 45, `${seen.length} pages`);
    await checkAll(context, program.baseUrl, seen);
  }, 400_000);

  it('is sound when something has to be mended', async () => {
    const { context, page } = await open();
    for (const language of ['km', 'en']) {
      await page.goto(`${program.baseUrl}/${language}/contact`);
      await page.click('main button[type=submit]');
      assert.equal(await page.locator('.problems li').count(), 3);
      assert.ok(await page.locator('.problems').evaluate((summary) => summary === document.activeElement));
      assert.deepEqual(await faultsOf(page, `${language} contact form with errors`), []);
    }
    await context.close();
  }, 60_000);
});

async function becomeCoordinator(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.fill('[name=name]', 'អ្នកសម្របសម្រួល');
  await page.fill('[name=email]', 'coordinator@example.org');
  await page.fill('[name=password]', 'ពាក្យសម្ងាត់បីពាក្យ');
  await page.click('main form button[type=submit]');
}

/** One address of each kind of page that can be reached by links, in Khmer. */
async function crawl(page: Page, baseUrl: string, start: readonly string[]): Promise<string[]> {
  const found = new Map(start.map((path) => [kindOf(path), path]));
  for (const path of found.values()) {
    await page.goto(baseUrl + path);
    const links = await page
      .locator('a[href]')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    for (const link of links) {
      const here = link?.startsWith('/km') ? link.split('#')[0] : undefined;
      if (here && !found.has(kindOf(here))) found.set(kindOf(here), here);
    }
  }
  return [...found.values()];
}

/** Pages of two meetings are one kind of page; so are two pages of a list. */
const kindOf = (path: string): string =>
  path
    .replace(/\?.*/, '?')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replace(/\/(organisations|series)\/(?!new)[a-z0-9-]+/g, '/$1/:slug');

/** Every fault of every page at once, so that one run shows all there is to mend. */
async function checkAll(context: BrowserContext, baseUrl: string, paths: readonly string[]): Promise<void> {
  const page = await context.newPage();
  const faults: string[] = [];
  for (const path of paths)
    for (const language of ['km', 'en']) {
      const address = path.replace(/^\/km/, `/${language}`);
      const response = await page.goto(baseUrl + address);
      faults.push(...(await faultsOf(page, address, await response?.text())));
    }
  await context.close();
  assert.deepEqual(faults, []);
}

/** `html` is what the server sent, where it is known: a browser mends some of it. */
async function faultsOf(page: Page, name: string, html?: string): Promise<string[]> {
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await axeFaults(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await axeFaults(page, ['color-contrast']);
  return [
    ...(width > 360 ? [`is ${width} pixels wide on a phone of 360`] : []),
    ...(await htmlFaults(html ?? (await page.content()))),
    ...light,
    ...dark.map((fault) => `in the dark, ${fault}`),
  ].map((fault) => `${name}: ${fault}`);
}

async function htmlFaults(html: string): Promise<string[]> {
  const report = await validator.validateString(html);
  return report.results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector})`),
  );
}

async function axeFaults(page: Page, rules?: readonly string[]): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async (only) => {
    type Fault = { id: string; nodes: { html: string; failureSummary: string }[] };
    const { axe } = window as unknown as {
      axe: { run: (options: object) => Promise<{ violations: Fault[] }> };
    };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const runOnly = only ? { type: 'rule', values: only } : { type: 'tag', values: tags };
    const { violations } = await axe.run({ runOnly });
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`);
  }, rules);
}
