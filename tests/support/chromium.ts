import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const path = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** Without Chromium browser tests are passed over, with a word; in CI they fail. */
export const hasChromium: boolean = existsSync(path) || process.env.CI !== undefined;

if (!hasChromium) console.warn(`No ${path}: browser tests are passed over (apt-get install chromium).`);

export const openChromium = (): Promise<Browser> =>
  chromium.launch({
    executablePath: path,
    // As root Chromium refuses its sandbox; the other flags keep it from asking the Internet for anything.
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
    ],
  });
