import type { Context } from 'hono';
import { found } from '#src/kernel/outcome.ts';
import { type FormOf, filledForm } from '#src/web/form/form-state.ts';
import { show, slug, webRoutes } from '#src/web/routes.tsx';
import { act, checkMayType, submit } from '#src/web/submit.ts';
import type { Web } from '#src/web/visit.ts';
import {
  mayAddOrganisation,
  mayArchiveOrganisation,
  mayEditOrganisation,
  maySetStanding,
} from '../access.ts';
import { listMemberships } from '../memberships/membership.queries.ts';
import { listPublicPeople } from '../positions/position.queries.ts';
import { listProjects } from '../projects/project.queries.ts';
import { organisationForm } from './organisation.form.ts';
import { addOrganisation, archiveOrganisation, changeOrganisation } from './organisation.operations.ts';
import { OrganisationPage } from './organisation.page.tsx';
import { findOrganisation } from './organisation.queries.ts';
import { OrganisationEditPage } from './organisation-edit.page.tsx';

export const organisationRoutes = webRoutes()
  .get('/coordinate/organisations/new', (c) => show(c, newPage(c)))
  .post('/coordinate/organisations/new', (c) => {
    const { runtime, actor, visit } = c.var;
    return submit(c, organisationForm, {
      run: (form) => addOrganisation(runtime, actor, form),
      page: async (form) => newPage(c, form),
      next: (added) => visit.to(`/organisations/${added.slug}`),
      said: { text: 'organisation.added' },
    });
  })
  .get(`/organisations/${slug}`, async (c) => {
    const { runtime, actor, visit } = c.var;
    const organisation = found(await findOrganisation(runtime, c.req.param('slug')));
    return show(
      c,
      <OrganisationPage
        visit={visit}
        organisation={organisation}
        memberships={await listMemberships(runtime, organisation.id)}
        people={await listPublicPeople(runtime, organisation.id)}
        projects={await listProjects(runtime, organisation.id)}
        may={{
          edit: mayEditOrganisation(actor, organisation),
          setStanding: maySetStanding(actor),
          archive: mayArchiveOrganisation(actor),
        }}
      />,
    );
  })
  .get(`/organisations/${slug}/edit`, async (c) => show(c, await editPage(c, c.req.param('slug'))))
  .post(`/organisations/${slug}/edit`, async (c) => {
    const { runtime, actor, visit } = c.var;
    const { id } = found(await findOrganisation(runtime, c.req.param('slug')));
    return submit(c, organisationForm, {
      run: (form) => changeOrganisation(runtime, actor, { ...form, id }),
      page: (form) => editPage(c, c.req.param('slug'), form),
      next: visit.to(`/organisations/${c.req.param('slug')}`),
      said: { text: 'organisation.saved' },
    });
  })
  .post(`/organisations/${slug}/archiving`, (c) => archive(c, c.req.param('slug'), true))
  .post(`/organisations/${slug}/restoring`, (c) => archive(c, c.req.param('slug'), false));

type Form = FormOf<typeof organisationForm>;

function newPage({ var: { actor, visit } }: Context<Web>, typed?: Form) {
  checkMayType(actor, mayAddOrganisation(actor), typed);
  return <OrganisationEditPage visit={visit} form={typed ?? filledForm({ languages: ['km'] })} />;
}

async function editPage({ var: { runtime, actor, visit } }: Context<Web>, slug: string, typed?: Form) {
  const organisation = found(await findOrganisation(runtime, slug));
  checkMayType(actor, mayEditOrganisation(actor, organisation), typed);
  const { id, isArchived, aboutHtml, standing, ...description } = organisation;
  return (
    <OrganisationEditPage visit={visit} organisation={organisation} form={typed ?? filledForm(description)} />
  );
}

async function archive(c: Context<Web>, slug: string, isArchived: boolean) {
  const { runtime, actor, visit } = c.var;
  const { id } = found(await findOrganisation(runtime, slug));
  return act(c, {
    run: () => archiveOrganisation(runtime, actor, { id, isArchived }),
    next: visit.to(`/organisations/${slug}`),
    said: { text: isArchived ? 'organisation.archive.done' : 'organisation.restore.done' },
  });
}
