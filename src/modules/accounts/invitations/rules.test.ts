import assert from 'node:assert/strict';
import { describe, it } from 'vitest';
import type { Actor } from '#src/kernel/actor.ts';
import { Refused } from '#src/kernel/outcome.ts';
import { mayInviteAs, mayListInvitations, mayManageInvitation } from '../access.ts';
import { checkUsable, expiryOf, type Invitation, invitationRoles, stateOf } from './invitation.ts';

const at = (iso: string) => new Date(iso);
const invitation: Invitation = {
  id: 'one',
  role: 'staff',
  organisationId: 'own',
  name: null,
  language: 'km',
  channel: 'email',
  address: 'somebody@example.org',
  invitedAt: at('2026-03-01T00:00:00Z'),
  expiresAt: at('2026-03-08T00:00:00Z'),
  revokedAt: null,
  acceptedAt: null,
};
const moment = at('2026-03-02T00:00:00Z');

describe('an invitation', () => {
  it.each([
    ['open', {}, '2026-03-01T00:00:00Z'],
    ['open', {}, '2026-03-07T23:59:59.999Z'],
    ['expired', {}, '2026-03-08T00:00:00Z'],
    ['revoked', { revokedAt: moment }, '2026-03-03T00:00:00Z'],
    ['revoked', { revokedAt: moment }, '2026-03-09T00:00:00Z'],
    ['accepted', { acceptedAt: moment }, '2026-03-09T00:00:00Z'],
    ['accepted', { acceptedAt: moment, revokedAt: moment }, '2026-03-03T00:00:00Z'],
  ] as const)('is %s: %j at %s', (state, changed, now) => {
    const known = { ...invitation, ...changed };
    assert.equal(stateOf(known, at(now)), state);
    const use = () => checkUsable(known, at(now));
    if (state === 'open') assert.doesNotThrow(use);
    else
      assert.throws(
        use,
        (problem) => problem instanceof Refused && problem.reason === 'account-invitation.used',
      );
  });

  it('lasts a week when it was sent, and a day when it stands on a screen', () => {
    const now = at('2026-03-01T02:00:00Z');
    assert.deepEqual(expiryOf(now, 'person'), at('2026-03-08T02:00:00Z'));
    assert.deepEqual(expiryOf(now, 'machine'), at('2026-03-02T02:00:00Z'));
  });
});

describe('who may invite', () => {
  const person = (role?: 'representative' | 'staff', coordinator = false): Actor => ({
    kind: 'person',
    personId: 'somebody',
    seats: role ? [{ organisationId: 'own', role, standing: 'member' }] : [],
    coordinator,
  });
  const actors: Readonly<Record<string, Actor>> = {
    coordinator: person(undefined, true),
    representative: person('representative'),
    staff: person('staff'),
    account: person(),
    linkHolder: { kind: 'linkHolder', grant: { id: 'grant', subjectId: 'own', isProven: true } },
    anonymous: { kind: 'anonymous' },
  };
  const invited: Readonly<Record<string, readonly string[]>> = {
    coordinator: invitationRoles.flatMap((role) => [`${role} own`, `${role} other`, `${role} none`]),
    representative: ['representative own', 'staff own'],
  };

  it.each(Object.entries(actors))('%s', (name, actor) => {
    const organisations = { own: 'own', other: 'other', none: undefined };
    const may = invitationRoles.flatMap((role) =>
      Object.entries(organisations)
        .filter(([, organisationId]) => mayInviteAs(actor, { role, organisationId }))
        .map(([place]) => `${role} ${place}`),
    );
    assert.deepEqual(may, invited[name] ?? []);
    const manages = ['own', 'other', null].filter((organisationId) =>
      mayManageInvitation(actor, { id: 'one', organisationId }),
    );
    const managed = { coordinator: ['own', 'other', null], representative: ['own'] };
    assert.deepEqual(manages, name === 'coordinator' || name === 'representative' ? managed[name] : []);
    assert.equal(mayListInvitations(actor), name === 'coordinator' || name === 'representative');
  });
});
