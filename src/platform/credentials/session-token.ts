import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** What the table keeps of a secret that is random enough to need no slow hash: a session's token, or a link's. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

/** The token in a session cookie, if our key signed it: `<token>.<HMAC-SHA256>`, as better-auth writes it. */
export function readSessionToken(cookie: string, key: string): string | undefined {
  const at = cookie.lastIndexOf('.');
  if (at < 1) return undefined;
  const token = cookie.slice(0, at);
  const given = Buffer.from(cookie.slice(at + 1), 'base64');
  const expected = createHmac('sha256', key).update(token).digest();
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : undefined;
}

/** RFC 6265bis, 4.1.3: a browser takes a `__Host-` cookie over https only, for this host only. */
export const sessionCookieName = (baseUrl: string): string =>
  baseUrl.startsWith('https:') ? '__Host-session' : 'session';
