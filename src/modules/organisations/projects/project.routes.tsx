import type { Context } from 'hono';
import { found } from '#src/kernel/outcome.ts';
import { type FormOf, filledForm } from '#src/web/form/form-state.ts';
import { show, slug, webRoutes } from '#src/web/routes.tsx';
import { checkMayType, submit } from '#src/web/submit.ts';
import type { Web } from '#src/web/visit.ts';
import { mayEditOrganisation } from '../access.ts';
import { findOrganisation } from '../organisations/organisation.queries.ts';
import { projectsForm } from './project.form.ts';
import { saveProjects } from './project.operations.ts';
import { ProjectsPage } from './project.page.tsx';
import { listProjects } from './project.queries.ts';

export const projectRoutes = webRoutes()
  .get(`/organisations/${slug}/projects`, async (c) => show(c, await page(c, c.req.param('slug'))))
  .post(`/organisations/${slug}/projects`, async (c) => {
    const { runtime, actor, visit } = c.var;
    const slug = c.req.param('slug');
    const { id: organisationId } = found(await findOrganisation(runtime, slug));
    return submit(c, projectsForm, {
      run: ({ projects }) => saveProjects(runtime, actor, { organisationId, projects }),
      page: (form) => page(c, slug, form),
      next: visit.to(`/organisations/${slug}`),
      said: { text: 'project.saved' },
    });
  });

async function page(
  { var: { runtime, actor, visit } }: Context<Web>,
  slug: string,
  typed?: FormOf<typeof projectsForm>,
) {
  const organisation = found(await findOrganisation(runtime, slug));
  checkMayType(actor, mayEditOrganisation(actor, organisation), typed);
  const projects = await listProjects(runtime, organisation.id);
  const saved = projects.map(({ id, ...project }) => project);
  return (
    <ProjectsPage visit={visit} organisation={organisation} form={typed ?? filledForm({ projects: saved })} />
  );
}
