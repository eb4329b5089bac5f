import type { Context } from 'hono';
import { checkAllowed } from '#src/kernel/outcome.ts';
import { id, show, webRoutes } from '#src/web/routes.tsx';
import { submit } from '#src/web/submit.ts';
import type { Web } from '#src/web/visit.ts';
import { mayManageRoles } from '../access.ts';
import type { OrganisationNames } from '../invitations/organisation-names.port.ts';
import { roleEndForm } from './seat.form.ts';
import { endRole } from './seat.operations.ts';
import { PeoplePage } from './seat.page.tsx';
import { listMembers } from './seat.queries.ts';

const pageSize = 50;

export const seatRoutes = (names: OrganisationNames) =>
  webRoutes()
    .get('/coordinate/people', async (c) => show(c, await page(c, names)))
    .post(`/coordinate/people/${id}/role-end`, (c) => {
      const { runtime, actor, visit } = c.var;
      const personId = c.req.param('id');
      return submit(c, roleEndForm, {
        run: ({ organisationId = null }) => endRole(runtime, actor, { personId, organisationId }),
        page: ({ refusal }) => page(c, names, refusal),
        next: visit.to('/coordinate/people'),
        said: { text: 'people.ended' },
      });
    });

async function page(c: Context<Web>, names: OrganisationNames, refusal?: string) {
  const { runtime, actor, visit } = c.var;
  checkAllowed(mayManageRoles(actor));
  const after = c.req.query('after');
  const { members, next } = await listMembers(runtime, actor, { limit: pageSize, after });
  const ids = members.flatMap(({ seats }) => seats.flatMap(({ organisationId }) => organisationId ?? []));
  return (
    <PeoplePage
      visit={visit}
      members={members}
      names={await names(runtime, [...new Set(ids)])}
      next={next}
      isFirst={!after}
      refusal={refusal}
    />
  );
}
