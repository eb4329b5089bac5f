import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { prepare } from '../bin/prepare.mjs';
import { firstVisit } from './first-visit.ts';
import { plant, usual } from './plant.ts';
import { type Measured, startOnOneCore } from './program.ts';

// `npm run bench`: what bench/README.md reports. Everything on loopback; it ends by itself after about a minute.

const seconds = Number(process.env.BENCH_SECONDS ?? 8);
const connections = 10;
const port = 3555;

await prepare({ everything: true });
const folder = mkdtempSync(join(tmpdir(), 'bandanh-bench-'));
chmodSync(folder, 0o711);
try {
  await run(join(folder, 'data'));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function run(data: string): Promise<void> {
  const cold = await startOnOneCore(data, port);
  await plant(cold.databaseUrl, usual);
  await cold.stop();
  const warm = await startOnOneCore(data, port);
  try {
    console.log(`start, new database: ${cold.startMilliseconds} ms; again: ${warm.startMilliseconds} ms`);
    await measurePages(warm);
    const { program, database } = warm.memory();
    console.log(`memory under load: ${program + database} MB (program ${program}, database ${database})`);
    const { bytes, requests } = await firstVisit(`${warm.baseUrl}/km/`);
    console.log(`first visit: ${bytes} bytes in ${requests} requests, without the webfont`);
  } finally {
    await warm.stop();
  }
}

async function measurePages({ baseUrl }: Measured): Promise<void> {
  const meetings = await (await fetch(`${baseUrl}/en/meetings`)).text();
  const detail = /href="(\/en\/occurrences\/[^"]+)"/.exec(meetings)?.[1] ?? '';
  const pages = [
    ['meetings, a list of 30', '/en/meetings'],
    ['organisations, a list of 30', '/en/organisations'],
    ['one meeting', detail],
    ['front page', '/km/'],
  ] as const;
  for (const [name, path] of pages) {
    await load(baseUrl + path, 2);
    const { requests, latency, non2xx } = await load(baseUrl + path, seconds);
    const faults = non2xx > 0 ? `, ${non2xx} FAILED` : '';
    console.log(
      `${name}: ${Math.round(requests.average)} pages/s, p50 ${latency.p50} ms, p99 ${latency.p99} ms${faults}`,
    );
  }
}

function load(url: string, duration: number): Promise<autocannon.Result> {
  return autocannon({ url, connections, duration });
}
