import assert from 'node:assert/strict';
import { afterAll, beforeAll, beforeEach, describe, it } from 'vitest';
import { joined, later, newEmail, startAccounts, stranger } from '#tests/support/accounts.ts';
import type { TestApp } from '#tests/support/app.ts';
import type { Answer, Browser } from '#tests/support/browser.ts';
import { accounts } from './index.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startAccounts({ now: '2026-03-01T02:00:00Z' });
});
beforeEach(() => later(app, { hours: 2 }));
afterAll(() => app.close());

type Submits = Pick<Browser, 'submit'>;
type Case = {
  /** As the module's routes have it. */
  readonly route: string;
  readonly path?: string;
  readonly who: () => Submits | Promise<Submits>;
  readonly fields?: () => Readonly<Record<string, string>>;
  readonly tries: number;
  /** Another form that counts into the same limit, and is answered sooner. */
  readonly together?: string;
};

const id = '00000000-0000-7000-8000-000000000000';
const coordinator = () => app.build.coordinator();
const visitor = () => stranger(app);
const someone = () => ({ name: 'Dara', email: newEmail(), password: 'three quiet words' });

// By address 300 forms a minute, by account 120; where something can be guessed or sent, fewer.
const cases: readonly Case[] = [
  {
    route: '/sign-in',
    who: visitor,
    fields: () => ({ reach: newEmail(), password: 'guess guess' }),
    tries: 100,
    together: '/sign-in/link?code=guessed',
  },
  { route: '/sign-in/link', who: visitor, fields: () => ({ reach: newEmail() }), tries: 30 },
  { route: '/sign-in/link', path: '/sign-in/link?code=guessed', who: visitor, tries: 100 },
  { route: '/sign-out', who: visitor, tries: 300 },
  { route: '/account', who: coordinator, tries: 120 },
  { route: '/account/address', who: coordinator, tries: 120 },
  {
    route: '/account/password',
    who: () => joined(app),
    fields: () => ({ current: 'guess guess', password: 'four words quite new' }),
    tries: 10,
  },
  { route: '/account/email', path: '/account/email?code=guessed', who: coordinator, tries: 120 },
  { route: '/invitation', path: '/invitation?code=guessed', who: visitor, fields: someone, tries: 60 },
  { route: '/invitation', path: '/invitation?code=guessed', who: coordinator, tries: 60 },
  {
    route: '/invitations/new',
    who: coordinator,
    fields: () => ({ reach: newEmail(), role: 'account', language: 'en' }),
    tries: 100,
  },
  { route: '/invitations/:id/resending', path: `/invitations/${id}/resending`, who: coordinator, tries: 6 },
  {
    route: '/invitations/:id/revocation',
    path: `/invitations/${id}/revocation`,
    who: coordinator,
    tries: 120,
  },
  {
    route: '/coordinate/people/:id/role-end',
    path: `/coordinate/people/${id}/role-end`,
    who: coordinator,
    tries: 120,
  },
];

describe('how often a form may be sent', () => {
  it('is looked at for every form of the module', () => {
    const module = accounts({ names: async () => new Map(), choices: async () => [] });
    const posts = module.routes
      .flatMap(({ routes }) => routes)
      .filter(({ method }) => method === 'POST')
      .map(({ path }) => path.replace(/\{[^/]+\}/, ''));
    assert.deepEqual(new Set(cases.map(({ route }) => route)), new Set(posts));
  });

  it.each(cases.map((one) => [one.path ?? one.route, one.tries, one] as const))(
    '%s: %i times',
    async (path, tries, { who, fields = () => ({}), together = path }) => {
      const browser = await who();
      await browser.submit('/en/nowhere'); // fetches the token, and is no form of this table
      later(app, { hours: 2 });
      const send = (to: string) => browser.submit(`/en${to}`, fields());
      const paths = Array.from({ length: tries }, (_, place) => (place < tries - 2 ? together : path));
      for (let sent = 0; sent < tries; sent += 20) {
        const answers = await Promise.all(paths.slice(sent, sent + 20).map(send));
        assert.deepEqual(answers.filter(isTooMany), []);
      }
      const answer = await send(path);
      assert.equal(answer.status, 429);
      assert.ok(Number(answer.headers.get('retry-after')) > 0);
    },
  );
});

const isTooMany = ({ status }: Answer): boolean => status === 429;
