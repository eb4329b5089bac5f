import type { Context } from 'hono';
import { checkAllowed } from '#src/kernel/outcome.ts';
import { countTry } from '#src/platform/limits/limits.ts';
import { type FormOf, filledForm } from '#src/web/form/form-state.ts';
import { limitByAddress } from '#src/web/limits.ts';
import { id, show, webRoutes } from '#src/web/routes.tsx';
import { act, submit } from '#src/web/submit.ts';
import type { Web } from '#src/web/visit.ts';
import { mayInviteAs, mayListInvitations } from '../access.ts';
import { invitationForm } from './invitation.form.ts';
import { inviteToAccount, resendInvitation, revokeInvitation } from './invitation.operations.ts';
import { InvitationListPage, InvitationNewPage } from './invitation.page.tsx';
import { listInvitations } from './invitation.queries.ts';
import { invitationRoles } from './invitation.ts';
import type { OrganisationChoices, OrganisationNames } from './organisation-names.port.ts';

const pageSize = 50;
// Nobody is written to more often than this, whoever invites them.
const invitationsPerReach = { name: 'invitations by reach', max: 6, seconds: 3600 };
const invitationsPerAddress = { name: 'invitations by address', max: 100, seconds: 3600 };

type Ports = { readonly names: OrganisationNames; readonly choices: OrganisationChoices };

export function invitationRoutes({ names, choices }: Ports) {
  const invite = inviteToAccount(names);
  const resend = resendInvitation(names);
  return webRoutes()
    .get('/invitations', async (c) => {
      const { runtime, actor, visit } = c.var;
      checkAllowed(mayListInvitations(actor));
      const after = c.req.query('after');
      const page = await listInvitations(runtime, actor, { limit: pageSize, after });
      const ids = page.invitations.flatMap(({ organisationId }) => organisationId ?? []);
      const known = await names(runtime, [...new Set(ids)]);
      return show(c, <InvitationListPage visit={visit} {...page} names={known} isFirst={!after} />);
    })
    .get('/invitations/new', async (c) => show(c, await newPage(c, choices)))
    .post('/invitations/new', (c) => {
      const { runtime, actor, visit } = c.var;
      return submit(c, invitationForm, {
        async run(form) {
          await limitByAddress(c, invitationsPerAddress);
          if (form.reach) await countTry(runtime, invitationsPerReach, form.reach.address);
          return { secret: await invite(runtime, actor, form), language: form.language };
        },
        page: (form) => newPage(c, choices, form),
        next: visit.to('/invitations'),
        said: ({ secret, language }) =>
          secret
            ? {
                text: 'account-invitation.made',
                link: `${runtime.baseUrl}/${language}/invitation?code=${secret}`,
              }
            : { text: 'account-invitation.sent' },
      });
    })
    .post(`/invitations/${id}/resending`, (c) => {
      const { runtime, actor, visit } = c.var;
      return act(c, {
        async run() {
          await countTry(runtime, invitationsPerReach, c.req.param('id'));
          await resend(runtime, actor, { id: c.req.param('id') });
        },
        next: visit.to('/invitations'),
        said: { text: 'account-invitation.resent' },
      });
    })
    .post(`/invitations/${id}/revocation`, (c) => {
      const { runtime, actor, visit } = c.var;
      return act(c, {
        run: () => revokeInvitation(runtime, actor, { id: c.req.param('id') }),
        next: visit.to('/invitations'),
        said: { text: 'account-invitation.revoked' },
      });
    });
}

async function newPage(c: Context<Web>, choices: OrganisationChoices, typed?: FormOf<typeof invitationForm>) {
  const { runtime, actor, visit } = c.var;
  checkAllowed(mayListInvitations(actor));
  const organisations = (await choices(runtime, visit.language)).filter(({ id: organisationId }) =>
    mayInviteAs(actor, { role: 'staff', organisationId }),
  );
  const [first] = organisations;
  const roles = invitationRoles.filter((role) => mayInviteAs(actor, { role, organisationId: first?.id }));
  const organisationId = c.req.query('organisation') ?? (organisations.length === 1 ? first?.id : undefined);
  return (
    <InvitationNewPage
      visit={visit}
      roles={roles}
      organisations={organisations}
      form={typed ?? filledForm({ language: 'km', role: 'representative', organisationId })}
    />
  );
}
