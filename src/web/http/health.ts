import { Hono } from 'hono';

/** For whatever watches the process: it lives (`/healthz`), and it can answer (`/readyz`). */
export const healthRoutes = (isReady: () => Promise<boolean>) =>
  new Hono()
    .get('/healthz', (c) => c.text('ok'))
    .get('/readyz', async (c) =>
      (await isReady()) ? c.text('ready') : c.text('not ready: the database does not answer', 503),
    );
