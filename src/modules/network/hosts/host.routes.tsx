import type { Context } from 'hono';
import { listNames } from '#src/modules/organisations/index.ts';
import { type FormOf, filledForm } from '#src/web/form/form-state.ts';
import { show, webRoutes } from '#src/web/routes.tsx';
import { checkMayType, submit } from '#src/web/submit.ts';
import type { Web } from '#src/web/visit.ts';
import { mayEditNetwork } from '../access.ts';
import { hostForm } from './host.form.ts';
import { passHostOn } from './host.operations.ts';
import { HostPage } from './host.page.tsx';
import { listHostTerms } from './host.queries.ts';

export const hostRoutes = webRoutes()
  .get('/coordinate/network/hosts', async (c) => show(c, await page(c)))
  .post('/coordinate/network/hosts', (c) => {
    const { runtime, actor, visit } = c.var;
    return submit(c, hostForm, {
      run: (form) => passHostOn(runtime, actor, form),
      page: (form) => page(c, form),
      next: visit.to('/coordinate/network/hosts'),
      said: { text: 'host.saved' },
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
