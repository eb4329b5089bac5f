import type { Context } from 'hono';
import { system } from '#src/kernel/actor.ts';
import { checkAllowed, found } from '#src/kernel/outcome.ts';
import { listAddresses } from '#src/modules/messaging/index.ts';
import { type FormOf, filledForm } from '#src/web/form/form-state.ts';
import { id, show, slug, webRoutes } from '#src/web/routes.tsx';
import { act, checkMayType, submit } from '#src/web/submit.ts';
import type { Web } from '#src/web/visit.ts';
import { mayEditOrganisation } from '../access.ts';
import { findOrganisation } from '../organisations/organisation.queries.ts';
import { positionForm } from './position.form.ts';
import { addPosition, changePosition, removePosition } from './position.operations.ts';
import { PositionEditPage, PositionsPage } from './position.page.tsx';
import { findPosition, listPositions } from './position.queries.ts';

const people = `/organisations/${slug}/people` as const;

export const positionRoutes = webRoutes()
  .get(people, async (c) => {
    const organisation = await known(c, c.req.param('slug'));
    checkAllowed(mayEditOrganisation(c.var.actor, organisation));
    const positions = await listPositions(c.var.runtime, c.var.actor, organisation.id);
    return show(c, <PositionsPage visit={c.var.visit} organisation={organisation} positions={positions} />);
  })
  .get(`${people}/new`, async (c) => show(c, await newPage(c, c.req.param('slug'))))
  .post(`${people}/new`, async (c) => {
    const { runtime, actor, visit } = c.var;
    const slug = c.req.param('slug');
    const { id: organisationId } = await known(c, slug);
    return submit(c, positionForm, {
      run: (form) => addPosition(runtime, actor, { ...form, organisationId }),
      page: (form) => newPage(c, slug, form),
      next: visit.to(`/organisations/${slug}/people`),
      said: { text: 'position.added' },
    });
  })
  .get(`${people}/${id}`, async (c) => show(c, await editPage(c, c.req.param())))
  .post(`${people}/${id}`, async (c) => {
    const { runtime, actor, visit } = c.var;
    const { slug, id: positionId } = c.req.param();
    const { id: organisationId } = await known(c, slug);
    return submit(c, positionForm, {
      run: (form) => changePosition(runtime, actor, { ...form, organisationId, positionId }),
      page: (form) => editPage(c, c.req.param(), form),
      next: visit.to(`/organisations/${slug}/people`),
      said: { text: 'position.saved' },
    });
  })
  .post(`${people}/${id}/removal`, async (c) => {
    const { runtime, actor, visit } = c.var;
    const { slug, id: positionId } = c.req.param();
    const { id: organisationId } = await known(c, slug);
    return act(c, {
      run: () => removePosition(runtime, actor, { organisationId, positionId }),
      next: visit.to(`/organisations/${slug}/people`),
      said: { text: 'position.removed' },
    });
  });

type Form = FormOf<typeof positionForm>;

const known = async ({ var: { runtime } }: Context<Web>, slug: string) =>
  found(await findOrganisation(runtime, slug));

async function editable(c: Context<Web>, slug: string, typed?: Form) {
  const organisation = await known(c, slug);
  checkMayType(c.var.actor, mayEditOrganisation(c.var.actor, organisation), typed);
  return organisation;
}

const newPage = async (c: Context<Web>, slug: string, typed?: Form) => (
  <PositionEditPage
    visit={c.var.visit}
    organisation={await editable(c, slug, typed)}
    addresses={[]}
    form={typed ?? filledForm({ language: 'km' })}
  />
);

/** Those who look after an organisation see the addresses of its people who cannot do that themselves. */
const looksAfter = system('organisations.people');

async function editPage(c: Context<Web>, { slug, id }: { slug: string; id: string }, typed?: Form) {
  const { runtime, actor, visit } = c.var;
  // Somebody signed out sees what they typed, and nothing of the person it is about.
  if (typed && actor.kind === 'anonymous') return newPage(c, slug, typed);
  const organisation = await editable(c, slug);
  const position = found(await findPosition(runtime, actor, { id, organisationId: organisation.id }));
  const { personId, hasSignIn, name, title, language, isPublic, publicEmail, publicPhone } = position;
  return (
    <PositionEditPage
      visit={visit}
      organisation={organisation}
      position={position}
      addresses={hasSignIn ? [] : await listAddresses(runtime, looksAfter, personId)}
      form={typed ?? filledForm({ name, title, language, isPublic, publicEmail, publicPhone })}
    />
  );
}
