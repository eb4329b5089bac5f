import type { Context } from 'hono';
import { checkAllowed, found } from '#src/kernel/outcome.ts';
import { type FormOf, filledForm } from '#src/web/form/form-state.ts';
import { id, show, webRoutes } from '#src/web/routes.tsx';
import { submit } from '#src/web/submit.ts';
import type { Web } from '#src/web/visit.ts';
import { mayManageRoles } from '../access.ts';
import type { OrganisationNames } from '../invitations/organisation-names.port.ts';
import { findPerson } from '../people/person.queries.ts';
import { RoleEndPage } from './role-end.page.tsx';
import { roleEndForm } from './seat.form.ts';
import { endRole } from './seat.operations.ts';
import { PeoplePage } from './seat.page.tsx';
import { listMembers, listSeats } from './seat.queries.ts';

const pageSize = 50;

export const seatRoutes = (names: OrganisationNames) =>
  webRoutes()
    .get('/coordinate/people', async (c) => show(c, await page(c, names)))
    .get(`/coordinate/people/${id}/role-end`, async (c) => {
      const asked = filledForm<'organisationId'>({ organisationId: c.req.query('organisationId') });
      return show(c, await endPage(c, names, c.req.param('id'), asked));
    })
    .post(`/coordinate/people/${id}/role-end`, (c) => {
      const { runtime, actor, visit } = c.var;
      const personId = c.req.param('id');
      return submit(c, roleEndForm, {
        run: ({ organisationId = null }) => endRole(runtime, actor, { personId, organisationId }),
        page: (form) => endPage(c, names, personId, form),
        next: visit.to('/coordinate/people'),
        said: { text: 'people.ended' },
      });
    });

async function page(c: Context<Web>, names: OrganisationNames) {
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
    />
  );
}

type Form = FormOf<typeof roleEndForm>;

async function endPage(c: Context<Web>, names: OrganisationNames, personId: string, form: Form) {
  const { runtime, actor, visit } = c.var;
  checkAllowed(mayManageRoles(actor));
  const { name } = found(await findPerson(runtime, personId));
  const wanted = form.value('organisationId') || null;
  const seats = await listSeats(runtime, personId);
  const seat = found(seats.find(({ organisationId }) => organisationId === wanted));
  const organisation = wanted ? (await names(runtime, [wanted])).get(wanted) : undefined;
  return <RoleEndPage visit={visit} name={name} seat={seat} organisation={organisation} form={form} />;
}
