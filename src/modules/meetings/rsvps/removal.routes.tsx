import type { Context } from 'hono';
import { z } from 'zod';
import { checkAllowed, found } from '#src/kernel/outcome.ts';
import { type FormOf, filledForm } from '#src/web/form/form-state.ts';
import { id, show, uuid, webRoutes } from '#src/web/routes.tsx';
import { submit } from '#src/web/submit.ts';
import type { Web } from '#src/web/visit.ts';
import { mayPlan } from '../access.ts';
import { findOccurrence } from '../occurrences/occurrence.queries.ts';
import { removeRsvp } from './removal.operations.ts';
import { RemovalPage } from './removal.page.tsx';
import { findAnswered } from './rsvp-list.queries.ts';

const removal = `/occurrences/${id}/rsvps/:rsvpId{${uuid}}/removal` as const;
const nothingTyped = z.object({});

type Which = { readonly occurrenceId: string; readonly rsvpId: string };

export const rsvpRemovalRoutes = webRoutes()
  .get(removal, async (c) => {
    const which = { occurrenceId: c.req.param('id'), rsvpId: c.req.param('rsvpId') };
    return show(c, await page(c, which));
  })
  .post(removal, (c) => {
    const { runtime, actor, visit } = c.var;
    const which = { occurrenceId: c.req.param('id'), rsvpId: c.req.param('rsvpId') };
    return submit(c, nothingTyped, {
      run: () => removeRsvp(runtime, actor, which),
      page: (form) => page(c, which, form),
      next: visit.to(`/occurrences/${which.occurrenceId}/rsvps`),
      said: { text: 'rsvp.removed' },
    });
  });

async function page(
  { var: { runtime, actor, visit } }: Context<Web>,
  which: Which,
  typed?: FormOf<typeof nothingTyped>,
) {
  checkAllowed(mayPlan(actor));
  const occurrence = found(await findOccurrence(runtime, actor, which.occurrenceId));
  const answered = found(await findAnswered(runtime, actor, which));
  return (
    <RemovalPage visit={visit} occurrence={occurrence} answered={answered} form={typed ?? filledForm()} />
  );
}
