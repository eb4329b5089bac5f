import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { plantSeeds } from '#src/seeds.ts';
import { startTestApp, type TestApp } from '#tests/support/app.ts';
import { newServer } from './server.ts';

let app: TestApp;
let server: ReturnType<typeof newServer>;
let port: number;
beforeAll(async () => {
  app = await startTestApp({ now: '2026-03-01T02:00:00Z' });
  await plantSeeds(app.runtime, { demo: false });
  server = newServer(app.http.fetch);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await app.close();
});

/** What comes back for bytes as they stand, until the other side closes the line. */
const send = (bytes: string): Promise<string> =>
  new Promise((resolve) => {
    let answer = '';
    const line = connect(port, '127.0.0.1', () => line.write(bytes, 'latin1'));
    line.on('data', (part) => {
      answer += part;
    });
    line.setTimeout(3_000, () => line.destroy());
    line.on('error', () => resolve(answer));
    line.on('close', () => resolve(answer));
  });

const ask = (first: string, ...headers: string[]) =>
  send(
    [first, ...(headers.length > 0 ? headers : ['Host: localhost']), 'Connection: close', '', ''].join(
      '\r\n',
    ),
  );
const statusOf = (answer: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);
const isAlive = async () => statusOf(await ask('GET /healthz HTTP/1.1')) === 200;

describe('a request no browser makes', () => {
  const odd: [string, number][] = [
    ['GET // HTTP/1.1', 302],
    ['GET //evil.example.org/ HTTP/1.1', 404],
    ['GET /\\evil.example.org HTTP/1.1', 400],
    ['GET http:// HTTP/1.1', 400],
    ['GET http://evil.example.org/km/about HTTP/1.1', 200],
    ['GET http://user:secret@evil.example.org/km/about HTTP/1.1', 200],
    ['GET ? HTTP/1.1', 400],
    ['OPTIONS * HTTP/1.1', 400],
    ['GET /% HTTP/1.1', 404],
    ['GET /en/organisations/%E0%A4%A HTTP/1.1', 404],
    ['GET /en/organisations/%00 HTTP/1.1', 404],
    ['GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1', 404],
    ['GET /en/../../etc/passwd HTTP/1.1', 404],
    [`GET /en/about?${'a'.repeat(20_000)} HTTP/1.1`, 431],
    ['GET /en/\u00e9 HTTP/1.1', 400],
    ['TRACE /en/about HTTP/1.1', 405],
    ['PROPFIND /en/about HTTP/1.1', 405],
    ['CONNECT example.org:443 HTTP/1.1', 0],
    ['NONSENSE /en/about HTTP/1.1', 400],
    ['GET /en/about HTTP/9.9', 400],
  ];
  for (const [first, status] of odd)
    it(`is answered or cut off, and harms nobody else: ${first.slice(0, 48)}`, async () => {
      assert.equal(statusOf(await ask(first)), status);
      assert.ok(await isAlive());
    });

  it('leads to no other host, whatever it says of ours', async () => {
    for (const host of ['evil.example.org', 'evil.example.org:1', '127.0.0.1'])
      for (const path of ['/', '//', '/en/start', '/en/about']) {
        const answer = await ask(
          `GET ${path} HTTP/1.1`,
          `Host: ${host}`,
          'X-Forwarded-Host: evil.example.org',
        );
        assert.doesNotMatch(answer, /evil\.example\.org/);
        assert.match(answer, /\r\nlocation: \/[a-z]|canonical" href="http:\/\/network\.test\/en\/about/i);
      }
    for (const host of ['a b', '[', 'a/b', 'a@b'])
      assert.equal(statusOf(await ask('GET /en/about HTTP/1.1', `Host: ${host}`)), 400, host);
  });

  it('does not name two sites', async () => {
    const answer = await ask('GET /en/about HTTP/1.1', 'Host: localhost', 'Host: evil.example.org');
    assert.equal(statusOf(answer), 400);
    assert.ok(await isAlive());
  });

  it('has no link to the host that its path begins with', async () => {
    const answer = await ask('GET //evil.example.org/en/about HTTP/1.1', 'Host: localhost');
    assert.doesNotMatch(answer, /(href|action|content)="\/\//);
  });

  it('does not pass two lengths, or a length and chunks, for one body', async () => {
    for (const lengths of [
      ['Content-Length: 3', 'Transfer-Encoding: chunked'],
      ['Content-Length: 3', 'Content-Length: 4'],
      ['Content-Length: -1'],
      ['Transfer-Encoding: chunked, gzip'],
    ])
      assert.equal(statusOf(await ask('POST /en/contact HTTP/1.1', 'Host: localhost', ...lengths)), 400);
    assert.ok(await isAlive());
  });

  it('is told at once that it promises too much, and that it sends too much', async () => {
    const type = 'Content-Type: application/x-www-form-urlencoded';
    const promised = await ask(
      'POST /en/contact HTTP/1.1',
      'Host: localhost',
      type,
      'Content-Length: 99999999999',
    );
    assert.equal(statusOf(promised), 413);
    const head = `POST /en/contact HTTP/1.1\r\nHost: localhost\r\n${type}\r\nTransfer-Encoding: chunked\r\n\r\n`;
    const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
    assert.equal(statusOf(await send(`${head}${chunk.repeat(9)}0\r\n\r\n`)), 413);
    assert.ok(await isAlive());
  });

  it('brings cookies that are none, and is served all the same', async () => {
    const cookies = `Cookie: session=%; visitor=%E0; said=%ff; =; ${'a=b; '.repeat(500)}`;
    assert.equal(statusOf(await ask('GET /en/contact HTTP/1.1', 'Host: localhost', cookies)), 200);
  });
});
