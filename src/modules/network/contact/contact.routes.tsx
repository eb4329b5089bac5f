import type { Context } from 'hono';
import { checkAllowed, found } from '#src/kernel/outcome.ts';
import { type FormOf, filledForm } from '#src/web/form/form-state.ts';
import { limitByAddress } from '#src/web/limits.ts';
import { id, show, webRoutes } from '#src/web/routes.tsx';
import { act, submit } from '#src/web/submit.ts';
import type { Web } from '#src/web/visit.ts';
import { mayReadContactMessages } from '../access.ts';
import { findNetwork } from '../story/story.queries.ts';
import { contactForm } from './contact.form.ts';
import { contactNetwork, markAnswered } from './contact.operations.ts';
import { ContactInboxPage, ContactPage } from './contact.page.tsx';
import { listContactMessages } from './contact.queries.ts';

const pageSize = 20;
const contactPerAddress = { name: 'contact by address', max: 10, seconds: 3600 };

export const contactRoutes = webRoutes()
  .get('/contact', async (c) => show(c, await page(c)))
  .post('/contact', (c) => {
    const { runtime, actor, visit } = c.var;
    return submit(c, contactForm, {
      async run({ name, reach, body, homepage }) {
        await limitByAddress(c, contactPerAddress);
        // A program filled in what no person sees. It is told that all went well.
        if (homepage) return;
        await contactNetwork(runtime, actor, {
          name,
          body,
          replyTo: reach.address,
          language: visit.language,
        });
      },
      page: (form) => page(c, form),
      next: visit.to('/contact'),
      said: { text: 'contact.sent' },
    });
  })
  .get('/coordinate/messages', async (c) => {
    const { runtime, actor, visit } = c.var;
    checkAllowed(mayReadContactMessages(actor));
    const after = c.req.query('after');
    const { messages, next } = await listContactMessages(runtime, actor, { limit: pageSize, after });
    return show(c, <ContactInboxPage visit={visit} messages={messages} next={next} isFirst={!after} />);
  })
  .post(`/coordinate/messages/${id}/answered`, (c) => mark(c, c.req.param('id'), true))
  .post(`/coordinate/messages/${id}/unanswered`, (c) => mark(c, c.req.param('id'), false));

async function page({ var: { runtime, visit } }: Context<Web>, typed?: FormOf<typeof contactForm>) {
  const { street = {} } = found(await findNetwork(runtime));
  return <ContactPage visit={visit} form={typed ?? filledForm()} street={street} />;
}

function mark(c: Context<Web>, messageId: string, isAnswered: boolean) {
  const { runtime, actor, visit } = c.var;
  return act(c, {
    run: () => markAnswered(runtime, actor, { id: messageId, isAnswered }),
    next: visit.to('/coordinate/messages'),
    said: { text: 'contact.inbox.marked' },
  });
}
