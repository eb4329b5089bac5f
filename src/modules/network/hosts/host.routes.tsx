import type { Context } from 'hono';
import { listNames } from '#src/modules/organisations/index.ts';
import { today } from '#src/platform/db/today.ts';
import { type FormOf, filledForm } from '#src/web/form/form-state.ts';
import { show, webRoutes } from '#src/web/routes.tsx';
import { checkMayType, submit } from '#src/web/submit.ts';
import type { Web } from '#src/web/visit.ts';
import { mayEditNetwork } from '../access.ts';
import { hostForm, hostUndoForm } from './host.form.ts';
import { passHostOn, takeHostBack } from './host.operations.ts';
import { HostPage } from './host.page.tsx';
import { listHostTerms } from './host.queries.ts';

export const hostRoutes = webRoutes()
  .get('/coordinate/network/hosts', async (c) => show(c, await page(c)))
  .post('/coordinate/network/hosts', (c) => {
    const { runtime, actor, visit } = c.var;
    return submit(c, hostForm, {
      run: async (form) => {
        await passHostOn(runtime, actor, form);
        return form;
      },
      page: (form) => page(c, form),
      next: visit.to('/coordinate/network/hosts'),
      said: ({ since }) => ({ text: since > today(runtime) ? 'host.saved.later' : 'host.saved' }),
    });
  })
  .post('/coordinate/network/hosts/undo', (c) => {
    const { runtime, actor, visit } = c.var;
    return submit(c, hostUndoForm, {
      run: (form) => takeHostBack(runtime, actor, form),
      page: () => page(c),
      at: visit.to('/coordinate/network/hosts'),
      next: visit.to('/coordinate/network/hosts'),
      said: { text: 'host.undone' },
    });
  });

async function page({ var: { runtime, actor, visit } }: Context<Web>, typed?: FormOf<typeof hostForm>) {
  checkMayType(actor, mayEditNetwork(actor), typed);
  return (
    <HostPage
      visit={visit}
      terms={await listHostTerms(runtime)}
      organisations={await listNames(runtime, visit.language)}
      form={typed ?? filledForm()}
    />
  );
}
