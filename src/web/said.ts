import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { z } from 'zod';
import type { TextKey, TextValues, Translate } from '#src/kernel/text.ts';
import type { TextSource } from '#src/platform/text/texts.ts';

/** What a form did, told on the page it leads to. */
export type Said = { readonly text: TextKey; readonly values?: TextValues };

const cookie = 'said';
const saved = z.object({
  text: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
});

/** Kept for the next page only, in the visitor's own browser. */
export function say(c: Context, { text, values = {} }: Said): void {
  setCookie(c, cookie, Buffer.from(JSON.stringify({ text, values })).toString('base64url'), {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    maxAge: 60,
  });
}

/** The sentence, once. A cookie that holds anything but a known text is passed over. */
export function takeSaid(c: Context, texts: TextSource, t: Translate): string | undefined {
  const value = getCookie(c, cookie);
  if (!value || c.req.method !== 'GET') return undefined;
  deleteCookie(c, cookie, { path: '/' });
  const said = saved.safeParse(parsed(value));
  const text = said.success ? texts.findKey(said.data.text) : undefined;
  return text && said.success ? sentence(t, text, said.data.values) : undefined;
}

function sentence(t: Translate, text: TextKey, values: TextValues): string | undefined {
  try {
    return t(text, values);
  } catch {
    return undefined; // a value the sentence needs was taken out of the cookie by hand
  }
}

function parsed(value: string): unknown {
  try {
    return JSON.parse(Buffer.from(value, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
