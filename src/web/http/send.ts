import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { secretsInAddresses } from '../query-string.ts';
import type { Web } from '../visit.ts';
import { encodingFor } from './encoding.ts';

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);
const worthPacking = 1_000;

/** A text answer: with a weak ETag where nobody is signed in, and as small as the browser can read it. */
export async function sendText(
  c: Context<Web>,
  body: string,
  type: string,
  status: ContentfulStatusCode = 200,
): Promise<Response> {
  c.header('Content-Type', `${type}; charset=utf-8`);
  c.header('Vary', 'Accept-Encoding, Cookie');
  const isRead = c.req.method === 'GET' || c.req.method === 'HEAD';
  const hasSecret = secretsInAddresses.some((name) => c.req.query(name) !== undefined);
  const isForEverybody = c.var.actor.kind === 'anonymous' && status === 200 && isRead && !hasSecret;
  // What a person or a link may see stays in no cache, so Back after signing out shows nothing.
  c.header('Cache-Control', isForEverybody ? 'private, no-cache' : 'private, no-store');
  if (isForEverybody) {
    const tag = `W/"${createHash('sha1').update(body).digest('base64url')}"`;
    c.header('ETag', tag);
    if (c.req.header('if-none-match')?.includes(tag)) return c.body(null, 304);
  }
  return c.body(await packed(c, body), status);
}

/** Brotli 5 or gzip 6: what a slow line gains is more than what it costs us. */
async function packed(c: Context<Web>, body: string) {
  if (body.length < worthPacking) return body;
  const encoding = encodingFor(c.req.header('accept-encoding'));
  if (!encoding) return body;
  c.header('Content-Encoding', encoding);
  return new Uint8Array(
    encoding === 'br'
      ? await brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
      : await gzipped(body, { level: 6 }),
  );
}
