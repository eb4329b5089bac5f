import { isSystem } from '#src/kernel/actor.ts';
import type { Language, LocalText } from '#src/kernel/local-text.ts';
import { found, Refused } from '#src/kernel/outcome.ts';
import { queueText, type Reach, saveAddress } from '#src/modules/messaging/index.ts';
import type { Work } from '#src/platform/db/handles.ts';
import { operation } from '#src/platform/db/operation.ts';
import { mayInviteAs, mayManageInvitation } from '../access.ts';
import {
  lockInvitation,
  revokeShown,
  saveFreshSecret,
  saveInvitation,
  saveRevoked,
} from './invitation.queries.ts';
import { expiryOf, type Invitation, type InvitationRole } from './invitation.ts';
import type { OrganisationNames } from './organisation-names.port.ts';

type Invite = {
  readonly role: InvitationRole;
  readonly organisationId?: string | undefined;
  readonly name?: string | undefined;
  readonly language: Language;
  /** Without one, whoever invites passes the link on. */
  readonly reach?: Reach | undefined;
};

/** A link that gives somebody an account and a role; it lasts a week. It is sent, or given back to be passed on. */
export const inviteToAccount = (names: OrganisationNames) =>
  operation({
    name: 'accounts.inviteToAccount',
    load: async (load, input: Invite) => ({ id: load.newId(), ...input }),
    allow: (actor, wanted) => mayInviteAs(actor, wanted),
    async run(work, { id }, { role, name, language, reach, organisationId }): Promise<string | undefined> {
      const needsOrganisation = role === 'representative' || role === 'staff';
      const ofOrganisation = needsOrganisation ? organisationId : undefined;
      const organisation = await nameOf(work, names, ofOrganisation);
      const expiresAt = expiryOf(work.now, 'person');
      const invitation = { id, role, organisationId: ofOrganisation, name, language, reach, expiresAt };
      const secret = await saveInvitation(work, invitation);
      if (!reach) return secret;
      await sendInvitation(work, { reach, language, secret, organisation });
      return undefined;
    },
  });

/** The same invitation again, with a fresh link and a fresh week. */
export const resendInvitation = (names: OrganisationNames) =>
  operation({
    name: 'accounts.resendInvitation',
    load: (load, { id }: { id: string }) => lockInvitation(load, id),
    allow: mayManageInvitation,
    async run(work, { id, channel, address, language, organisationId, acceptedAt }) {
      if (!channel || !address || acceptedAt) throw new Refused('account-invitation.used');
      const organisation = await nameOf(work, names, organisationId);
      const secret = await saveFreshSecret(work, id, expiryOf(work.now, 'person'));
      await sendInvitation(work, { reach: { channel, address }, language, secret, organisation });
    },
  });

export const revokeInvitation = operation({
  name: 'accounts.revokeInvitation',
  load: (load, { id }: { id: string }) => lockInvitation(load, id),
  allow: mayManageInvitation,
  async run(work, { id, acceptedAt }: Invitation) {
    if (acceptedAt) throw new Refused('account-invitation.used');
    await saveRevoked(work, id);
  },
});

/** For whoever is at the machine: a link that makes a coordinator, once, within a day. Older ones end. Gives the secret. */
export const makeCoordinatorLink = operation({
  name: 'accounts.makeCoordinatorLink',
  load: async (load, _input: { language: Language }) => ({ id: load.newId() }),
  allow: isSystem,
  async run(work, { id }, { language }) {
    await revokeShown(work);
    const nobody = { organisationId: undefined, name: undefined, reach: undefined };
    return saveInvitation(work, {
      id,
      role: 'coordinator',
      language,
      ...nobody,
      expiresAt: expiryOf(work.now, 'machine'),
    });
  },
});

/** Throws NotFound for an organisation that does not exist: a form made by hand may name any. */
async function nameOf(
  work: Work,
  names: OrganisationNames,
  id: string | null | undefined,
): Promise<LocalText | undefined> {
  return id ? found((await names(work, [id])).get(id)) : undefined;
}

type Sending = {
  readonly reach: Reach;
  readonly language: Language;
  readonly secret: string;
  readonly organisation: LocalText | undefined;
};

async function sendInvitation(work: Work, sending: Sending): Promise<void> {
  const { reach, language, secret, organisation } = sending;
  const to = await saveAddress(work, { ...reach, language });
  const link = `${work.baseUrl}/${language}/invitation?code=${secret}`;
  await queueText(
    work,
    { ...to, language },
    {
      about: 'accounts.invitation',
      subject: 'account-invitation.subject',
      text: organisation ? 'account-invitation.message.organisation' : 'account-invitation.message',
      values: { link, organisation: organisation ?? {} },
    },
  );
}
