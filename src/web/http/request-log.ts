import { randomBytes } from 'node:crypto';
import { createMiddleware } from 'hono/factory';
import type { Log } from '#src/platform/log/log.ts';
import type { Web } from '../visit.ts';

/** One line per request. The path without its query, which may hold a secret; no address, no name. */
export const requestLog = (log: Log) =>
  createMiddleware<Web>(async (c, next) => {
    const requestId = randomBytes(6).toString('hex');
    c.set('requestId', requestId);
    const startedAt = performance.now();
    await next();
    c.header('X-Request-Id', requestId);
    log.info(
      {
        requestId,
        method: c.req.method,
        path: new URL(c.req.url).pathname.slice(0, 200),
        status: c.res.status,
        actor: c.var.actor?.kind,
        milliseconds: Math.round((performance.now() - startedAt) * 10) / 10,
      },
      'request',
    );
  });
