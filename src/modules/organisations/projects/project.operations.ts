import { operation } from '#src/platform/db/operation.ts';
import { mayEditOrganisation } from '../access.ts';
import { lockOrganisation } from '../organisations/organisation.queries.ts';
import { type NewProject, replaceProjects } from './project.queries.ts';

type Save = { readonly organisationId: string; readonly projects: readonly NewProject[] };

export const saveProjects = operation({
  name: 'organisations.saveProjects',
  load: (load, input: Save) => lockOrganisation(load, input.organisationId),
  allow: mayEditOrganisation,
  run: (work, { id }, { projects }) => replaceProjects(work, id, projects),
});
