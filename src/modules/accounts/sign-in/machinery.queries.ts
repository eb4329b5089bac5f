import { getAdapter } from 'better-auth/db/adapter';
import { betterAuth } from 'better-auth/minimal';
import { magicLink } from 'better-auth/plugins/magic-link';
import type { BetterAuthOptions } from 'better-auth/types';
import { hashPassword, isPassword, passwordLength } from '#src/platform/credentials/password.ts';
import { sessionCookieName } from '#src/platform/credentials/session-token.ts';
import { type Work, writing } from '#src/platform/db/handles.ts';
import { hashingSessionTokens } from './hashed-sessions.queries.ts';
import { sessionDays, sessionKey } from './session.queries.ts';

/** The header in which our server tells the machinery who the client is; nobody outside can set it. */
export const clientHeader = 'x-bandanh-client';

/** All that the rest of us may know of better-auth. */
export type Machinery = {
  readonly handler: (request: Request) => Promise<Response>;
  readonly origin: string;
};

export type SendLink = (email: string, token: string) => Promise<void>;

/**
 * better-auth under our words, joined to the transaction of the operation that asks: what it writes commits or vanishes
 * with ours. Never mounted on a URL; only flows.queries.ts calls its handler.
 */
export async function openMachinery(work: Work, sendLink: SendLink): Promise<Machinery> {
  // A variable can turn telemetry on against the option below; this one cannot be overruled.
  process.env.BETTER_AUTH_TELEMETRY = '0';
  const options = optionsOf(work, sendLink);
  const tables = await getAdapter(options);
  const { handler } = betterAuth({ ...options, database: () => hashingSessionTokens(tables) });
  return { handler, origin: options.baseURL };
}

/** What a test compares with our migration. */
export function optionsOf(work: Work, sendLink: SendLink) {
  const origin = work.baseUrl;
  return {
    appName: 'Bandanh',
    baseURL: origin,
    trustedOrigins: [origin],
    // Not `secret`: the variable BETTER_AUTH_SECRETS would win over it.
    secrets: [{ version: 1, value: sessionKey(work) }],
    database: { db: writing(work), type: 'postgres', schemaName: 'accounts', transaction: false },
    ...words,
    session: { ...words.session, ...lifetime, cookieCache: { enabled: false } },
    emailAndPassword: passwords,
    plugins: [
      magicLink({
        disableSignUp: true,
        expiresIn: 10 * 60, // ASVS 6.5.5
        storeToken: 'hashed',
        sendMagicLink: ({ email, token }) => sendLink(email, token),
      }),
    ],
    // Our own limiter counts per account and per address, before anything comes here.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    experimental: { instrumentation: { enabled: false } },
    // Else a bug would answer 500 and be printed on the console, with e-mails in it; this way it reaches our own handler.
    onAPIError: { throw: true },
    logger: {
      level: 'warn', // at "info" it writes e-mails
      disableColors: true,
      log: (level, message) =>
        work.log[level === 'error' ? 'error' : 'warn']({ from: 'better-auth' }, message),
    },
    advanced: {
      database: { generateId: work.newId, joins: true, validateSchema: false },
      ipAddress: { ipAddressHeaders: [clientHeader] },
      // Said aloud, because better-auth turns both off by itself when NODE_ENV is test.
      disableOriginCheck: false,
      disableCSRFCheck: false,
      ...cookies(origin),
    },
  } satisfies BetterAuthOptions;
}

const passwords = {
  enabled: true,
  autoSignIn: true,
  requireEmailVerification: false,
  minPasswordLength: passwordLength.min,
  maxPasswordLength: passwordLength.max,
  password: { hash: hashPassword, verify: isPassword },
};

const daySeconds = 24 * 60 * 60;
const lifetime = { expiresIn: sessionDays * daySeconds, updateAge: daySeconds };

function cookies(origin: string) {
  const secure = origin.startsWith('https:');
  return {
    useSecureCookies: false, // else it writes `__Secure-` in front of our `__Host-`
    cookiePrefix: secure ? '__Host-bandanh' : 'bandanh',
    cookies: { session_token: { name: sessionCookieName(origin) } },
    defaultCookieAttributes: { httpOnly: true, secure, sameSite: 'lax', path: '/' },
  } as const;
}

const times = { createdAt: 'created_at', updatedAt: 'updated_at' };

/** Its words to ours (GLOSSARY.md): user is sign_in, account is credential. */
const words = {
  user: { modelName: 'sign_in', fields: { emailVerified: 'email_verified', ...times } },
  account: {
    modelName: 'credential',
    fields: {
      accountId: 'external_id',
      providerId: 'provider',
      userId: 'sign_in_id',
      accessToken: 'access_token',
      refreshToken: 'refresh_token',
      idToken: 'id_token',
      accessTokenExpiresAt: 'access_token_expires_at',
      refreshTokenExpiresAt: 'refresh_token_expires_at',
      ...times,
    },
  },
  session: {
    modelName: 'session',
    fields: {
      userId: 'sign_in_id',
      ipAddress: 'client_address',
      userAgent: 'browser',
      expiresAt: 'expires_at',
      ...times,
    },
  },
  verification: { modelName: 'verification', fields: { expiresAt: 'expires_at', ...times } },
} as const;
