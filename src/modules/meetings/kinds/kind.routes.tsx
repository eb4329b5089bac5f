import type { Context } from 'hono';
import { checkAllowed, found } from '#src/kernel/outcome.ts';
import { type FormOf, filledForm } from '#src/web/form/form-state.ts';
import { id, show, webRoutes } from '#src/web/routes.tsx';
import { act, submit } from '#src/web/submit.ts';
import type { Web } from '#src/web/visit.ts';
import { mayPlan } from '../access.ts';
import { kindForm } from './kind.form.ts';
import { addKind, removeKind, renameKind } from './kind.operations.ts';
import { KindPage, KindsPage } from './kind.page.tsx';
import { findKind, isKindUsed, listKinds } from './kind.queries.ts';

const path = '/coordinate/meeting-kinds';

export const kindRoutes = webRoutes()
  .get(path, async (c) => show(c, await listPage(c)))
  .post(path, (c) => {
    const { runtime, actor, visit } = c.var;
    return submit(c, kindForm, {
      run: (form) => addKind(runtime, actor, form),
      page: (form) => listPage(c, form),
      next: visit.to(path),
      said: { text: 'kind.added' },
    });
  })
  .get(`${path}/${id}`, async (c) => show(c, await kindPage(c, c.req.param('id'))))
  .post(`${path}/${id}`, (c) => {
    const { runtime, actor, visit } = c.var;
    const kindId = c.req.param('id');
    return submit(c, kindForm, {
      run: (form) => renameKind(runtime, actor, { ...form, id: kindId }),
      page: (form) => kindPage(c, kindId, form),
      next: visit.to(path),
      said: { text: 'kind.saved' },
    });
  })
  .post(`${path}/${id}/removal`, (c) => {
    const { runtime, actor, visit } = c.var;
    return act(c, {
      run: () => removeKind(runtime, actor, { id: c.req.param('id') }),
      next: visit.to(path),
      said: { text: 'kind.removed' },
    });
  });

type Form = FormOf<typeof kindForm>;

async function listPage({ var: { runtime, actor, visit } }: Context<Web>, typed?: Form) {
  checkAllowed(mayPlan(actor));
  return <KindsPage visit={visit} kinds={await listKinds(runtime)} form={typed ?? filledForm()} />;
}

async function kindPage({ var: { runtime, actor, visit } }: Context<Web>, kindId: string, typed?: Form) {
  checkAllowed(mayPlan(actor));
  const kind = found(await findKind(runtime, kindId));
  return (
    <KindPage
      visit={visit}
      kind={kind}
      isUsed={await isKindUsed(runtime, kindId)}
      form={typed ?? filledForm({ name: kind.name })}
    />
  );
}
