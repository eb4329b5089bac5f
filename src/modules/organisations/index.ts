import { codesText } from './codes/codes.text.ts';
import { directoryRoutes } from './directory/directory.routes.tsx';
import { directoryText } from './directory/directory.text.ts';
import { membershipRoutes } from './memberships/membership.routes.tsx';
import { membershipText } from './memberships/membership.text.ts';
import { organisationRoutes } from './organisations/organisation.routes.tsx';
import { organisationText } from './organisations/organisation.text.ts';
import { listNewColleagueJob } from './positions/position.jobs.ts';
import { positionRoutes } from './positions/position.routes.tsx';
import { positionText } from './positions/position.text.ts';
import { projectRoutes } from './projects/project.routes.tsx';
import { projectText } from './projects/project.text.ts';

export { mayKnowPeople } from './access.ts';
export { expertises, organisationKinds, sectors, workingLanguages } from './codes/codes.ts';
export { OrganisationCards } from './directory/directory.page.tsx';
export {
  countMembers,
  type Listed,
  listByIds,
  listMembers,
  listNames,
  type Name,
} from './directory/directory.queries.ts';
export { beginMembership } from './memberships/membership.operations.ts';
export { listMemberIds, standingsOf } from './memberships/membership.queries.ts';
export { addOrganisation } from './organisations/organisation.operations.ts';
export { namesOf } from './organisations/organisation.queries.ts';
export { addPosition } from './positions/position.operations.ts';
export { type Colleague, listColleagues } from './positions/position.queries.ts';
export { saveProjects } from './projects/project.operations.ts';

export const organisations = {
  name: 'organisations',
  text: {
    ...codesText,
    ...directoryText,
    ...membershipText,
    ...organisationText,
    ...positionText,
    ...projectText,
  },
  routes: [directoryRoutes, organisationRoutes, membershipRoutes, positionRoutes, projectRoutes],
  nav: [
    { place: 'main', rank: 20, path: '/organisations', label: 'nav.organisations' },
    { place: 'coordinate', rank: 50, path: '/coordinate/organisations/new', label: 'organisation.add' },
  ] as const,
  jobs: [listNewColleagueJob],
};
