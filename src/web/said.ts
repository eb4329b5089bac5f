import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { z } from 'zod';
import type { TextKey, TextValues, Translate } from '#src/kernel/text.ts';
import type { Runtime } from '#src/platform/db/handles.ts';

/** What a form did, told on the page it leads to. */
export type Said = {
  readonly text: TextKey;
  readonly values?: TextValues;
  /** An address made just now, for one person; it is shown only there. */
  readonly link?: string;
};

/** The same in the words of the page it is told on. */
export type Told = { readonly sentence: string; readonly link?: string | undefined };

const saved = z.object({
  text: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
  link: z.string().optional(),
});

/** Kept for the next page only, in the visitor's own browser. */
export function say(c: Context, runtime: Runtime, { text, values = {}, link }: Said): void {
  const sentence = Buffer.from(JSON.stringify({ text, values, link })).toString('base64url');
  setCookie(c, cookieName(runtime), `${sentence}.${runtime.keys.sign('said', sentence)}`, {
    httpOnly: true,
    sameSite: 'Lax',
    secure: isSecure(runtime),
    path: '/',
    maxAge: 60,
  });
}

/** The sentence, once. A cookie that this program did not write is passed over: whoever could set one would speak for us. */
export function takeSaid(c: Context, runtime: Runtime, t: Translate): Told | undefined {
  const cookie = getCookie(c, cookieName(runtime));
  if (!cookie || c.req.method !== 'GET') return undefined;
  deleteCookie(c, cookieName(runtime), { path: '/', secure: isSecure(runtime) });
  const [sentence = '', signature = ''] = cookie.split('.');
  if (!runtime.keys.isSigned('said', sentence, signature)) return undefined;
  const { text, values, link } = saved.parse(JSON.parse(Buffer.from(sentence, 'base64url').toString('utf8')));
  const key = runtime.texts.findKey(text); // a text may be gone since a newer program took over
  return key && { sentence: t(key, values), link };
}

const isSecure = ({ baseUrl }: Runtime): boolean => baseUrl.startsWith('https:');

const cookieName = (runtime: Runtime): string => (isSecure(runtime) ? '__Host-said' : 'said');
