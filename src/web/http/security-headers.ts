import { createMiddleware } from 'hono/factory';

const year = 31_536_000;

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "manifest-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "object-src 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** On every answer, errors and files included. */
export const securityHeaders = (baseUrl: string) =>
  createMiddleware(async (c, next) => {
    await next();
    const { headers } = c.res;
    headers.set('Content-Security-Policy', policy);
    headers.set('X-Content-Type-Options', 'nosniff');
    headers.set('X-Frame-Options', 'DENY');
    // A secret link must not leak to the next site, nor into its own page's requests.
    headers.set('Referrer-Policy', 'no-referrer');
    headers.set('Cross-Origin-Opener-Policy', 'same-origin');
    headers.set('Cross-Origin-Resource-Policy', 'same-origin');
    headers.set('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=()');
    if (baseUrl.startsWith('https:'))
      headers.set('Strict-Transport-Security', `max-age=${year}; includeSubDomains`);
  });
