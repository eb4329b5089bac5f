import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { identityOf } from '#src/kernel/actor.ts';
import { countTry, type Limit } from '#src/platform/limits/limits.ts';
import { networkOf } from './http/client-address.ts';
import type { Web } from './visit.ts';

// An office shares one address: limits by address are wide, limits by account or by what is asked for are narrow.
const formsPerAddress: Limit = { name: 'forms by address', max: 300, seconds: 60 };
const formsPerAccount: Limit = { name: 'forms by account', max: 120, seconds: 60 };
const searchesPerAddress: Limit = { name: 'searches by address', max: 240, seconds: 60 };

/** Holds on every form and every search, whatever else a route asks for. Throws TooMany. */
export const limitEverything = createMiddleware<Web>(async (c, next) => {
  const { runtime, actor } = c.var;
  const { personId, grantId } = identityOf(actor);
  if (c.req.method === 'POST') {
    await limitByAddress(c, formsPerAddress);
    const account = personId ?? grantId;
    if (account) await countTry(runtime, formsPerAccount, account);
  } else if (c.req.query('q')) await limitByAddress(c, searchesPerAddress);
  await next();
});

/** Throws TooMany when this visitor's address tried more often than the limit allows. */
export const limitByAddress = ({ var: { runtime, address } }: Context<Web>, limit: Limit): Promise<void> =>
  countTry(runtime, limit, networkOf(address));
