import type { Context } from 'hono';
import { z } from 'zod';
import { Refused } from '#src/kernel/outcome.ts';
import type { Limit } from '#src/platform/limits/limits.ts';
import { countTry, forgetTries } from '#src/platform/limits/limits.ts';
import { type FormOf, filledForm } from '#src/web/form/form-state.ts';
import { callerOf } from '#src/web/http/caller.ts';
import { limitByAddress } from '#src/web/limits.ts';
import { show, webRoutes } from '#src/web/routes.tsx';
import { localPath } from '#src/web/safe-url.ts';
import { act, submit } from '#src/web/submit.ts';
import type { Web } from '#src/web/visit.ts';
import { signOut } from './session.operations.ts';
import { endedSessionCookie } from './session.queries.ts';
import { signInForm, signInLinkForm } from './sign-in.form.ts';
import { askForSignInLink, signIn, signInByLink } from './sign-in.operations.ts';
import { ConfirmLinkPage, SignInLinkPage, SignInPage } from './sign-in.page.tsx';

// An account is narrow, an address is wide: an office behind one address signs in every morning.
const triesPerAccount: Limit = { name: 'sign-in by account', max: 10, seconds: 900 };
const triesPerAddress: Limit = { name: 'sign-in by address', max: 100, seconds: 900 };
const linksPerAccount: Limit = { name: 'sign-in link by account', max: 3, seconds: 900 };
const linksPerAddress: Limit = { name: 'sign-in link by address', max: 30, seconds: 900 };

export const signInRoutes = webRoutes()
  .get('/sign-in', (c) => show(c, <SignInPage visit={c.var.visit} form={filledForm()} />))
  .post('/sign-in', (c) => {
    const { runtime, actor, visit } = c.var;
    return submit(c, signInForm, {
      async run({ reach, password }) {
        await limitByAddress(c, triesPerAddress);
        await countTry(runtime, triesPerAccount, reach.address);
        const signedIn = await signIn(runtime, actor, { reach, password, ...browserOf(c) });
        if (!signedIn) throw new Refused('sign-in.wrong');
        await forgetTries(runtime, triesPerAccount, reach.address);
        c.header('Set-Cookie', signedIn.setCookie, { append: true });
      },
      page: async (form) => <SignInPage visit={visit} form={form} />,
      next: nextOf(c),
      said: { text: 'sign-in.done' },
    });
  })
  .get('/sign-in/link', (c) =>
    show(c, c.req.query('code') ? <ConfirmLinkPage visit={c.var.visit} form={filledForm()} /> : linkPage(c)),
  )
  .post('/sign-in/link', (c) => (c.req.query('code') ? redeem(c) : askForLink(c)))
  .post('/sign-out', (c) => {
    const { runtime, actor, visit } = c.var;
    return act(c, {
      async run() {
        if (c.var.sessionId) await signOut(runtime, actor, { id: c.var.sessionId });
        c.header('Set-Cookie', endedSessionCookie(runtime.baseUrl), { append: true });
      },
      next: visit.to('/'),
      said: { text: 'sign-in.out' },
    });
  });

const linkPage = ({ var: { visit } }: Context<Web>, form: FormOf<typeof signInLinkForm> = filledForm()) => (
  <SignInLinkPage visit={visit} form={form} />
);

function askForLink(c: Context<Web>) {
  const { runtime, actor, visit } = c.var;
  return submit(c, signInLinkForm, {
    async run({ reach }) {
      await limitByAddress(c, linksPerAddress);
      await countTry(runtime, linksPerAccount, reach.address);
      await askForSignInLink(runtime, actor, { reach });
    },
    page: async (form) => linkPage(c, form),
    next: visit.to('/sign-in'),
    said: { text: 'sign-in.link.sent' },
  });
}

function redeem(c: Context<Web>) {
  const { runtime, actor, visit } = c.var;
  return submit(c, z.object({}), {
    async run() {
      await limitByAddress(c, triesPerAddress);
      const secret = c.req.query('code') ?? '';
      const signedIn = await signInByLink(runtime, actor, { secret, ...browserOf(c) });
      if (!signedIn) throw new Refused('sign-in.link.used');
      c.header('Set-Cookie', signedIn.setCookie, { append: true });
    },
    page: async (form) => <ConfirmLinkPage visit={visit} form={form} />,
    next: visit.to('/start'),
    said: { text: 'sign-in.done' },
  });
}

const browserOf = (c: Context<Web>) => ({ caller: callerOf(c), sessionId: c.var.sessionId });

/** Where somebody wanted to go when we asked them to sign in; only ever a place on this site. */
const nextOf = (c: Context<Web>): string => localPath(c.req.query('next')) ?? c.var.visit.to('/start');
