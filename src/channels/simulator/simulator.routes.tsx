import { setTimeout } from 'node:timers/promises';
import type { Context } from 'hono';
import { isCoordinator, system } from '#src/kernel/actor.ts';
import { checkAllowed, found } from '#src/kernel/outcome.ts';
import { findConversation, listConversations, receiveMessage } from '#src/modules/messaging/index.ts';
import { through } from '#src/platform/db/door.ts';
import type { Runtime } from '#src/platform/db/handles.ts';
import { type FormOf, filledForm } from '#src/web/form/form-state.ts';
import { id, show, webRoutes } from '#src/web/routes.tsx';
import { submit } from '#src/web/submit.ts';
import type { Web } from '#src/web/visit.ts';
import { replyForm } from './simulator.form.ts';
import { ConversationPage, OutboxPage } from './simulator.page.tsx';

const pageSize = 50;
const reader = system('simulator');

/**
 * What went out, and a way to answer as whoever it went to. Mounted where nobody but this machine sees it; there it is for
 * coordinators, because the links of others stand in it. A demonstration has no secrets, so there it is for everybody.
 */
export const simulatorRoutes = webRoutes()
  .get('/dev/outbox', async (c) => {
    checkReader(c);
    const after = c.req.query('after');
    const page = await listConversations(c.var.runtime, reader, { limit: pageSize, after });
    return show(c, <OutboxPage visit={c.var.visit} {...page} isFirst={!after} />);
  })
  .get(`/dev/outbox/${id}`, async (c) => show(c, await page(c, c.req.param('id'))))
  .post(`/dev/outbox/${id}`, async (c) => {
    checkReader(c);
    const { runtime, visit } = c.var;
    const addressId = c.req.param('id');
    const { channel, address } = found(await findConversation(runtime, reader, addressId));
    return submit(c, replyForm, {
      async run({ body }) {
        const message = { channel, address, body, externalId: runtime.newId() };
        await receiveMessage(through(channel, runtime), reader, message);
        await untilAnswered(runtime, addressId);
      },
      page: (form) => page(c, addressId, form),
      next: visit.to(`/dev/outbox/${addressId}`),
      said: { text: 'simulator.sent' },
    });
  });

const longestWaitMilliseconds = 1_500;

/** The worker answers in its own time. Without script the page cannot ask for that later, so it is shown a little later itself. */
async function untilAnswered(runtime: Runtime, addressId: string): Promise<void> {
  const stopAt = performance.now() + longestWaitMilliseconds;
  while ((await findConversation(runtime, reader, addressId))?.isPending && performance.now() < stopAt)
    await setTimeout(75);
}

const checkReader = ({ var: { actor, visit } }: Context<Web>): void =>
  checkAllowed(visit.site.demo || isCoordinator(actor));

async function page(c: Context<Web>, addressId: string, typed?: FormOf<typeof replyForm>) {
  checkReader(c);
  const { runtime, visit } = c.var;
  const conversation = found(await findConversation(runtime, reader, addressId));
  return <ConversationPage visit={visit} {...conversation} form={typed ?? filledForm()} />;
}
