import type { Context } from 'hono';
import { found } from '#src/kernel/outcome.ts';
import { type FormOf, filledForm } from '#src/web/form/form-state.ts';
import { show, slug, webRoutes } from '#src/web/routes.tsx';
import { checkMayType, submit } from '#src/web/submit.ts';
import type { Web } from '#src/web/visit.ts';
import { maySetStanding } from '../access.ts';
import { findOrganisation } from '../organisations/organisation.queries.ts';
import { membershipEndForm, membershipForm, membershipUndoForm } from './membership.form.ts';
import { beginMembership, endMembership, undoMembership } from './membership.operations.ts';
import { MembershipPage } from './membership.page.tsx';
import { listMemberships } from './membership.queries.ts';

export const membershipRoutes = webRoutes()
  .get(`/organisations/${slug}/standing`, async (c) => show(c, await page(c, c.req.param('slug'))))
  .post(`/organisations/${slug}/standing`, async (c) => {
    const { runtime, actor, visit } = c.var;
    const slug = c.req.param('slug');
    const { id } = found(await findOrganisation(runtime, slug));
    return submit(c, membershipForm, {
      run: (form) => beginMembership(runtime, actor, { ...form, organisationId: id }),
      page: (form) => page(c, slug, { form }),
      next: visit.to(`/organisations/${slug}/standing`),
      said: { text: 'membership.saved' },
    });
  })
  .post(`/organisations/${slug}/standing/end`, async (c) => {
    const { runtime, actor, visit } = c.var;
    const slug = c.req.param('slug');
    const { id } = found(await findOrganisation(runtime, slug));
    return submit(c, membershipEndForm, {
      run: (form) => endMembership(runtime, actor, { ...form, organisationId: id }),
      page: (endForm) => page(c, slug, { endForm }),
      at: visit.to(`/organisations/${slug}/standing`),
      next: visit.to(`/organisations/${slug}/standing`),
      said: { text: 'membership.ended' },
    });
  })
  .post(`/organisations/${slug}/standing/undo`, async (c) => {
    const { runtime, actor, visit } = c.var;
    const slug = c.req.param('slug');
    const { id } = found(await findOrganisation(runtime, slug));
    return submit(c, membershipUndoForm, {
      run: (form) => undoMembership(runtime, actor, { ...form, organisationId: id }),
      page: () => page(c, slug),
      at: visit.to(`/organisations/${slug}/standing`),
      next: visit.to(`/organisations/${slug}/standing`),
      said: { text: 'membership.undone' },
    });
  });

type Typed = {
  readonly form?: FormOf<typeof membershipForm>;
  readonly endForm?: FormOf<typeof membershipEndForm>;
};

async function page({ var: { runtime, actor, visit } }: Context<Web>, slug: string, typed: Typed = {}) {
  checkMayType(actor, maySetStanding(actor), typed.form ?? typed.endForm);
  const organisation = found(await findOrganisation(runtime, slug));
  return (
    <MembershipPage
      visit={visit}
      organisation={organisation}
      memberships={await listMemberships(runtime, organisation.id)}
      form={typed.form ?? filledForm()}
      endForm={typed.endForm ?? filledForm()}
    />
  );
}
