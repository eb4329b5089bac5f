import type { Context } from 'hono';
import { checkAllowed, found } from '#src/kernel/outcome.ts';
import { type FormOf, filledForm } from '#src/web/form/form-state.ts';
import { id, show, webRoutes } from '#src/web/routes.tsx';
import { act, submit } from '#src/web/submit.ts';
import type { Web } from '#src/web/visit.ts';
import { mayPlan } from '../access.ts';
import { findOccurrence } from '../occurrences/occurrence.queries.ts';
import { cancellationForm } from './cancellation.form.ts';
import { cancelOccurrence, undoCancellation } from './cancellation.operations.ts';
import { CancellationPage } from './cancellation.page.tsx';

export const cancellationRoutes = webRoutes()
  .get(`/occurrences/${id}/cancellation`, async (c) => show(c, await page(c, c.req.param('id'))))
  .post(`/occurrences/${id}/cancellation`, (c) => {
    const { runtime, actor, visit } = c.var;
    const occurrenceId = c.req.param('id');
    return submit(c, cancellationForm, {
      run: (form) => cancelOccurrence(runtime, actor, { ...form, occurrenceId }),
      page: (form) => page(c, occurrenceId, form),
      next: visit.to(`/occurrences/${occurrenceId}`),
      said: { text: 'cancellation.done' },
    });
  })
  .post(`/occurrences/${id}/cancellation/undo`, (c) => {
    const { runtime, actor, visit } = c.var;
    const occurrenceId = c.req.param('id');
    return act(c, {
      run: () => undoCancellation(runtime, actor, { occurrenceId }),
      next: visit.to(`/occurrences/${occurrenceId}`),
      said: { text: 'cancellation.undone' },
    });
  });

async function page(c: Context<Web>, occurrenceId: string, typed?: FormOf<typeof cancellationForm>) {
  const { runtime, actor, visit } = c.var;
  checkAllowed(mayPlan(actor));
  const occurrence = found(await findOccurrence(runtime, actor, occurrenceId));
  return <CancellationPage visit={visit} occurrence={occurrence} form={typed ?? filledForm()} />;
}
