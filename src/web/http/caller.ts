import type { Context } from 'hono';
import type { Web } from '../visit.ts';

/** Who asks, for the list of sessions: the address of the connection, and what the browser calls itself. */
export const callerOf = (c: Context<Web>) => ({ client: c.var.address, browser: c.req.header('user-agent') });
