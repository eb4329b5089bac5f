import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { Socket } from 'node:net';
import { describe, it, vi } from 'vitest';
import { joined, lastLink, password, startAccounts, stranger } from '#tests/support/accounts.ts';

// better-auth sends nothing where it sees that it is tested, so here it must not see it; it looks when it is loaded.
vi.hoisted(() => {
  process.env.NODE_ENV = 'production';
  delete process.env.TEST;
});

describe('signing in and all that belongs to it', () => {
  it('connects to the database only, even when the environment asks for telemetry', async () => {
    const asked: string[] = [];
    const elsewhere = createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      response.end('{}');
    }).listen(0, '127.0.0.1');
    await once(elsewhere, 'listening');
    const address = elsewhere.address();
    const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : address}/`;
    process.env.BETTER_AUTH_TELEMETRY = '1';
    process.env.BETTER_AUTH_TELEMETRY_ENDPOINT = url;
    const watched = watchConnections();

    const app = await startAccounts({ now: '2026-03-01T02:00:00Z' });
    const person = await joined(app);
    await person.submit('/en/account/password', { current: password, password: 'four words quite new' });
    await stranger(app).submit('/en/sign-in/link', { reach: person.reach });
    await stranger(app).submit(await lastLink(app, person.reach));
    await stranger(app).submit('/en/sign-in', { reach: person.reach, password });
    const connections = watched.stop();
    assert.ok(connections.length > 0);
    assert.deepEqual(
      connections.filter((path) => !path.includes('.s.PGSQL.')),
      [],
    );
    assert.deepEqual(asked, []);
    await app.close();

    // So that the check above is known to see what it should.
    const again = watchConnections();
    await fetch(url);
    assert.ok(again.stop().some((path) => path.includes(new URL(url).port)));
    assert.deepEqual(asked, ['GET /']);
    elsewhere.close();
  });
});

/** Every connection this process opens, to a path or to a port. */
function watchConnections() {
  const watched = vi.spyOn(Socket.prototype, 'connect');
  return {
    stop() {
      const connections = watched.mock.calls.map((given) => JSON.stringify(given));
      watched.mockRestore();
      return connections;
    },
  };
}
