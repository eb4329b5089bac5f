import type { Context } from 'hono';
import { z } from 'zod';
import { checkAllowed, found } from '#src/kernel/outcome.ts';
import { listNames } from '#src/modules/organisations/index.ts';
import { type FormOf, filledForm } from '#src/web/form/form-state.ts';
import { withQuery } from '#src/web/query-string.ts';
import { id, show, webRoutes } from '#src/web/routes.tsx';
import { submit } from '#src/web/submit.ts';
import type { Web } from '#src/web/visit.ts';
import { mayInvite } from '../access.ts';
import { findOccurrence } from '../occurrences/occurrence.queries.ts';
import { contactForm, groupForm } from './invitation.form.ts';
import { inviteContact, inviteGroup } from './invitation.operations.ts';
import { InvitationsPage } from './invitation.page.tsx';
import { listInvitations, listWithoutPeople } from './invitation.queries.ts';

const invitations = `/occurrences/${id}/invitations` as const;
const pageSize = 50;

/** Those where nobody was asked are named in the address of the page; more would make it too long. */
const mostNamed = 40;

export const invitationRoutes = webRoutes()
  .get(invitations, async (c) => show(c, await page(c, c.req.param('id'))))
  .post(`${invitations}/groups`, (c) => {
    const { runtime, actor, visit } = c.var;
    const occurrenceId = c.req.param('id');
    return submit(c, groupForm, {
      run: (form) => inviteGroup(runtime, actor, { ...form, occurrenceId }),
      page: (group) => page(c, occurrenceId, { group }),
      at: visit.to(`/occurrences/${occurrenceId}/invitations`),
      next: ({ withoutPeople }) => {
        const empty = withoutPeople.slice(0, mostNamed).map((organisation) => organisation.id);
        return withQuery(visit.to(`/occurrences/${occurrenceId}/invitations`), { empty: empty.join() });
      },
      said: ({ asked, unreachable, withoutPeople }) => ({
        text: 'invitation.sent',
        values: { asked, unreachable, empty: withoutPeople.length },
      }),
    });
  })
  .post(`${invitations}/contacts`, (c) => {
    const { runtime, actor, visit } = c.var;
    const occurrenceId = c.req.param('id');
    return submit(c, contactForm, {
      run: (form) => inviteContact(runtime, actor, { ...form, occurrenceId }),
      page: (contact) => page(c, occurrenceId, { contact }),
      at: visit.to(`/occurrences/${occurrenceId}/invitations`),
      next: visit.to(`/occurrences/${occurrenceId}/invitations`),
      said: { text: 'invitation.contact.sent' },
    });
  });

type Typed = {
  readonly group?: FormOf<typeof groupForm>;
  readonly contact?: FormOf<typeof contactForm>;
};

async function page(c: Context<Web>, occurrenceId: string, { group, contact }: Typed = {}) {
  const { runtime, actor, visit } = c.var;
  checkAllowed(mayInvite(actor));
  const occurrence = found(await findOccurrence(runtime, actor, occurrenceId));
  const after = c.req.query('after');
  const empty = (c.req.query('empty') ?? '').split(',').filter((one) => z.uuid().safeParse(one).success);
  return (
    <InvitationsPage
      visit={visit}
      occurrence={occurrence}
      organisations={await listNames(runtime, visit.language)}
      {...(await listInvitations(runtime, actor, { occurrenceId, limit: pageSize, after }))}
      isFirst={!after}
      withoutPeople={await listWithoutPeople(runtime, empty.slice(0, mostNamed))}
      group={group ?? filledForm()}
      contact={contact ?? filledForm({ language: 'km' })}
    />
  );
}
