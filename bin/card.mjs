// `npm run card`: draws the picture that stands beside a shared link (The Open Graph protocol, 1200 by 630). It carries no
// name of a network, so that one picture serves every installation; the words beside it are the page's own.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { project } from './prepare.mjs';

const page = `<!doctype html><meta charset="utf-8"><style>
  body { margin: 0; width: 1200px; height: 630px; background: #fbf8f3; position: relative; font-family: "Noto Sans Khmer", sans-serif }
  .krama { position: absolute; inset-inline: 0; height: 96px; background-color: #fff; background-image:
    repeating-linear-gradient(90deg, transparent 0 24px, #c77d87 24px 48px),
    repeating-linear-gradient(0deg, transparent 0 12px, #c77d87 12px 24px) }
  .top { top: 0 } .bottom { bottom: 0 }
  .middle { position: absolute; inset: 96px 0; display: grid; place-items: center }
</style>
<div class="krama top"></div>
<div class="middle"><svg width="300" height="300" viewBox="0 0 48 48"><circle cx="24" cy="24" r="24" fill="#9c2335"/>
<g fill="none" stroke="#fff" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round"><circle cx="14.5" cy="15.5" r="4.5"/>
<circle cx="33.5" cy="15.5" r="4.5"/><circle cx="24" cy="34" r="4.5"/><path d="M19 15.5h10M16.6 19.5l5.3 10.5M31.4 19.5l-5.3 10.5"/></g></svg></div>
<div class="krama bottom"></div>`;

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const tab = await browser.newPage({ viewport: { width: 1200, height: 630 } });
await tab.setContent(page);
writeFileSync(join(project, 'src', 'web', 'images', 'card.png'), await tab.screenshot({ type: 'png' }));
await browser.close();
