import type { Context } from 'hono';
import { checkAllowed, found } from '#src/kernel/outcome.ts';
import { type FormOf, filledForm } from '#src/web/form/form-state.ts';
import { id, show, webRoutes } from '#src/web/routes.tsx';
import { submit } from '#src/web/submit.ts';
import type { Web } from '#src/web/visit.ts';
import { mayPlan } from '../access.ts';
import { findOccurrence } from '../occurrences/occurrence.queries.ts';
import { cancellationForm, undoForm } from './cancellation.form.ts';
import { cancelOccurrence, undoCancellation } from './cancellation.operations.ts';
import { CancellationPage, UndoPage } from './cancellation.page.tsx';

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
  .get(`/occurrences/${id}/cancellation/undo`, async (c) => show(c, await undoPage(c, c.req.param('id'))))
  .post(`/occurrences/${id}/cancellation/undo`, (c) => {
    const { runtime, actor, visit } = c.var;
    const occurrenceId = c.req.param('id');
    return submit(c, undoForm, {
      run: (form) => undoCancellation(runtime, actor, { ...form, occurrenceId }),
      page: (form) => undoPage(c, occurrenceId, form),
      next: visit.to(`/occurrences/${occurrenceId}`),
      said: ({ isTold }) => ({ text: isTold ? 'cancellation.undone.told' : 'cancellation.undone' }),
    });
  });

async function page(c: Context<Web>, occurrenceId: string, typed?: FormOf<typeof cancellationForm>) {
  const { runtime, actor, visit } = c.var;
  checkAllowed(mayPlan(actor));
  const occurrence = found(await findOccurrence(runtime, actor, occurrenceId));
  return <CancellationPage visit={visit} occurrence={occurrence} form={typed ?? filledForm()} />;
}

async function undoPage(c: Context<Web>, occurrenceId: string, typed?: FormOf<typeof undoForm>) {
  const { runtime, actor, visit } = c.var;
  checkAllowed(mayPlan(actor));
  const occurrence = found(await findOccurrence(runtime, actor, occurrenceId));
  const form = typed ?? filledForm({ tellPeople: 'yes' });
  return <UndoPage visit={visit} occurrence={occurrence} form={form} />;
}
