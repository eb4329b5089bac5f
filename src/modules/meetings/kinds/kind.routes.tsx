import type { Context } from 'hono';
import { checkAllowed } from '#src/kernel/outcome.ts';
import { type FormOf, filledForm } from '#src/web/form/form-state.ts';
import { show, webRoutes } from '#src/web/routes.tsx';
import { submit } from '#src/web/submit.ts';
import type { Web } from '#src/web/visit.ts';
import { mayPlan } from '../access.ts';
import { kindForm } from './kind.form.ts';
import { addKind } from './kind.operations.ts';
import { KindsPage } from './kind.page.tsx';
import { listKinds } from './kind.queries.ts';

const path = '/coordinate/meeting-kinds';

export const kindRoutes = webRoutes()
  .get(path, async (c) => show(c, await page(c)))
  .post(path, (c) => {
    const { runtime, actor, visit } = c.var;
    return submit(c, kindForm, {
      run: (form) => addKind(runtime, actor, form),
      page: (form) => page(c, form),
      next: visit.to(path),
      said: { text: 'kind.added' },
    });
  });

async function page({ var: { runtime, actor, visit } }: Context<Web>, typed?: FormOf<typeof kindForm>) {
  checkAllowed(mayPlan(actor));
  return <KindsPage visit={visit} kinds={await listKinds(runtime)} form={typed ?? filledForm()} />;
}
