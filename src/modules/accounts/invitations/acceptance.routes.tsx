import type { Context } from 'hono';
import { z } from 'zod';
import { found, NotFound } from '#src/kernel/outcome.ts';
import { passwordLength } from '#src/platform/credentials/password.ts';
import { type FormOf, filledForm } from '#src/web/form/form-state.ts';
import { callerOf } from '#src/web/http/caller.ts';
import { limitByAddress } from '#src/web/limits.ts';
import { show, webRoutes } from '#src/web/routes.tsx';
import { submit } from '#src/web/submit.ts';
import type { Web } from '#src/web/visit.ts';
import { acceptAsSignedIn, acceptInvitation } from './acceptance.operations.ts';
import { AcceptancePage } from './acceptance.page.tsx';
import { acceptanceForm, passedOnForm } from './invitation.form.ts';
import { findInvitation } from './invitation.queries.ts';
import type { Invitation } from './invitation.ts';
import type { OrganisationNames } from './organisation-names.port.ts';

const triesPerAddress = { name: 'acceptance by address', max: 60, seconds: 900 };

export const acceptanceRoutes = (names: OrganisationNames) =>
  webRoutes()
    .get('/invitation', async (c) => show(c, await page(c, names)))
    .post('/invitation', async (c) => {
      const { address } = await invitationOf(c);
      if (c.var.actor.kind === 'person') return acceptSignedIn(c, names);
      return accept(c, names, address ? acceptanceForm : passedOnForm);
    });

/** A guessed code has no page that could say how often it was tried, so its try is counted here. */
async function invitationOf(c: Context<Web>): Promise<Invitation> {
  const invitation = await findInvitation(c.var.runtime, secretOf(c));
  if (invitation) return invitation;
  await limitByAddress(c, triesPerAddress);
  throw new NotFound();
}

function accept(
  c: Context<Web>,
  names: OrganisationNames,
  schema: typeof acceptanceForm | typeof passedOnForm,
) {
  const { runtime, actor, visit } = c.var;
  return submit(c, schema, {
    async run(form) {
      await limitByAddress(c, triesPerAddress);
      const given = { ...form, secret: secretOf(c), language: visit.language, caller: callerOf(c) };
      const signedIn = await acceptInvitation(runtime, actor, given);
      c.header('Set-Cookie', signedIn.setCookie, { append: true });
    },
    page: (form) => page(c, names, form),
    next: visit.to('/start'),
    said: { text: 'account-invitation.accepted' },
  });
}

function acceptSignedIn(c: Context<Web>, names: OrganisationNames) {
  const { runtime, actor, visit } = c.var;
  return submit(c, z.object({}), {
    async run() {
      await limitByAddress(c, triesPerAddress);
      await acceptAsSignedIn(runtime, actor, { secret: secretOf(c) });
    },
    page: (form) => page(c, names, form),
    next: visit.to('/start'),
    said: { text: 'account-invitation.accepted' },
  });
}

const secretOf = (c: Context<Web>): string => c.req.query('code') ?? '';

async function page(c: Context<Web>, names: OrganisationNames, typed?: FormOf<typeof acceptanceForm>) {
  const { runtime, visit } = c.var;
  const invitation = found(await findInvitation(runtime, secretOf(c)));
  const { organisationId, name } = invitation;
  const known = organisationId ? await names(runtime, [organisationId]) : undefined;
  return (
    <AcceptancePage
      visit={visit}
      invitation={invitation}
      organisation={organisationId ? known?.get(organisationId) : undefined}
      shortestPassword={passwordLength.min}
      form={typed ?? filledForm({ name })}
    />
  );
}
