import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';

type Fetch = Parameters<typeof createAdaptorServer>[0]['fetch'];

/** The server of all pages. What no browser sends, and a Request cannot be made of, is mended or refused before the pages. */
export function newServer(fetch: Fetch): Server {
  const server = createAdaptorServer({ fetch, serverOptions: patience }) as Server;
  const [pages] = server.listeners('request') as [
    (request: IncomingMessage, response: ServerResponse) => void,
  ];
  server.removeAllListeners('request');
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (hostsIn(request) > 1) return response.writeHead(400, { Connection: 'close' }).end();
    request.url = pathOf(request.url ?? '/');
    return pages(request, response);
  });
  return server;
}

// A line that sends nothing is not waited for: 300 of 300 half-open ones would be held otherwise.
const patience = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 5_000,
  maxHeaderSize: 16_384,
};

/** RFC 9112, 3.2: with more than one, two readers of one request could take it for two different sites. */
const hostsIn = ({ rawHeaders }: IncomingMessage): number =>
  rawHeaders.filter((name, place) => place % 2 === 0 && name.toLowerCase() === 'host').length;

/** A whole address in the request line means its path (RFC 9112, 3.2.2); whoever it names before the @ is nobody here. */
function pathOf(target: string): string {
  if (!/^https?:\/\//i.test(target) || !URL.canParse(target)) return target;
  const { pathname, search } = new URL(target);
  return pathname + search;
}
