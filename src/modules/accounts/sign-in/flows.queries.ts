import { z } from 'zod';
import { sessionCookieName } from '#src/platform/credentials/session-token.ts';
import type { Work } from '#src/platform/db/handles.ts';

/** Who asks, as our server knows it. */
export type Caller = { readonly client: string; readonly browser?: string | undefined };

/** `setCookie` is a whole Set-Cookie header, to be passed on as it is once the operation has committed. */
export type SignedIn = { readonly signInId: string; readonly setCookie: string };

export type Refusal = 'taken' | 'wrong' | 'tooShort' | 'tooLong' | 'notAnEmail' | 'usedUp';

type NewSignIn = { readonly email: string; readonly password: string; readonly name: string };

/** A sign-in with its password and first session. After a refusal the caller's transaction is of no more use. */
export const signUp = (work: Work, caller: Caller, given: NewSignIn): Promise<SignedIn | Refusal> =>
  signedIn(work, caller, '/sign-up/email', given);

/** An unknown e-mail and a wrong password get one answer, after one hash each. */
export const checkPassword = (
  work: Work,
  caller: Caller,
  given: { readonly email: string; readonly password: string },
): Promise<SignedIn | Refusal> => signedIn(work, caller, '/sign-in/email', given);

/** The secret of a link that signs in once, within ten minutes. Callers have made sure whose e-mail it is. */
export async function newSignInLink(work: Work, email: string): Promise<string> {
  let secret: string | undefined;
  const keep = async (_: string, token: string) => {
    secret = token;
  };
  const { status } = await ask(work, { client: 'job' }, '/sign-in/magic-link', { body: { email }, keep });
  if (status !== 200 || !secret) throw new Error(`asking for a link answered ${status}`);
  return secret;
}

export const redeemLink = (work: Work, caller: Caller, secret: string): Promise<SignedIn | Refusal> =>
  signedIn(work, caller, `/magic-link/verify?token=${encodeURIComponent(secret)}`);

async function signedIn(
  work: Work,
  caller: Caller,
  path: string,
  body?: object,
): Promise<SignedIn | Refusal> {
  const answer = await ask(work, caller, path, { body });
  if (answer.status !== 200) return refusalOf(answer);
  if (!answer.signInId || !answer.setCookie) throw new Error(`${path} signed nobody in`);
  return { signInId: answer.signInId, setCookie: answer.setCookie };
}

type Answer = {
  readonly status: number;
  readonly code: string | undefined;
  readonly signInId: string | undefined;
  readonly setCookie: string | undefined;
};

type Asked = {
  readonly body?: object | undefined;
  readonly keep?: (email: string, token: string) => Promise<void>;
};

const sendsNothing = async () => {};

async function ask(work: Work, caller: Caller, path: string, { body, keep }: Asked): Promise<Answer> {
  // Loaded at the first sign-in: it takes 200 ms and 15 MB that most processes never need.
  const { clientHeader, openMachinery } = await import('./machinery.queries.ts');
  const { handler, origin } = await openMachinery(work, keep ?? sendsNothing);
  // It checks Origin whenever a cookie comes along. None does: our own form check has run long before, and whoever
  // signs in starts anew (ASVS 7.2.4).
  const headers = new Headers({
    'content-type': 'application/json',
    origin,
    [clientHeader]: caller.client,
    ...(caller.browser && { 'user-agent': caller.browser.slice(0, 200) }),
  });
  const response = await handler(
    new Request(`${origin}/api/auth${path}`, {
      method: body ? 'POST' : 'GET',
      headers,
      ...(body && { body: JSON.stringify(body) }),
    }),
  );
  const said = answerShape.safeParse(await response.json().catch(() => undefined)).data;
  const cookie = `${sessionCookieName(origin)}=`;
  return {
    status: response.status,
    code: said?.code ?? errorIn(response.headers.get('location')),
    signInId: said?.user?.id,
    setCookie: response.headers.getSetCookie().find((header) => header.startsWith(cookie)),
  };
}

const answerShape = z
  .object({ code: z.string(), user: z.object({ id: z.string() }) })
  .partial()
  .nullish();

const errorIn = (location: string | null): string | undefined =>
  (location && new URL(location).searchParams.get('error')) || undefined;

const refusalByCode: ReadonlyMap<string, Refusal> = new Map([
  ['USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL', 'taken'],
  // Of two sign-ups at one moment the slower hits the unique index and hears only that it failed.
  ['FAILED_TO_CREATE_USER', 'taken'],
  ['INVALID_EMAIL_OR_PASSWORD', 'wrong'],
  ['PASSWORD_TOO_SHORT', 'tooShort'],
  ['PASSWORD_TOO_LONG', 'tooLong'],
  ['INVALID_EMAIL', 'notAnEmail'],
  ['VALIDATION_ERROR', 'notAnEmail'],
  ['INVALID_TOKEN', 'usedUp'],
  ['new_user_signup_disabled', 'usedUp'],
]);

function refusalOf({ status, code }: Answer): Refusal {
  const refusal = refusalByCode.get(code ?? '');
  if (!refusal) throw new Error(`sign-in answered ${status} ${code}`);
  return refusal;
}
