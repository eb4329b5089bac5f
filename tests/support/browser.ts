import type { compose } from '#src/composition.ts';

type Http = ReturnType<typeof compose>['http'];

/** What a browser brings along: a session cookie, or the secret of a link. */
export type Visitor = { readonly session?: string; readonly link?: string; readonly address?: string };

export type Answer = {
  readonly status: number;
  readonly text: string;
  readonly location: string | null;
  readonly headers: Headers;
};

type Fields = Readonly<Record<string, string | readonly string[]>>;

export type Browser = ReturnType<typeof newBrowser>;

/** Keeps cookies, carries its link along, and sends the token that stands in the forms it is shown. */
export function newBrowser({ session, link, address = '198.51.100.7' }: Visitor, http: Http, twin: Http) {
  const cookies = new Map<string, string>(session ? [['session', session]] : []);
  let token: string | undefined;

  async function request(path: string, init: RequestInit = {}): Promise<Answer> {
    const withLink =
      link && !path.includes('key=') ? `${path}${path.includes('?') ? '&' : '?'}key=${link}` : path;
    const headers = new Headers(init.headers);
    if (cookies.size > 0)
      headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const environment = { incoming: { socket: { remoteAddress: address } } };
    const response = await http.request(withLink, { ...init, headers }, environment);
    for (const header of response.headers.getSetCookie()) keep(header);
    const text = await response.text();
    return {
      status: response.status,
      text,
      location: response.headers.get('location'),
      headers: response.headers,
    };
  }

  function keep(header: string): void {
    const [pair = ''] = header.split(';');
    const [name = '', value = ''] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
    if (/max-age=0/i.test(header) || value === '') cookies.delete(name);
    else cookies.set(name, value);
    token = undefined; // whoever signs in or out is given another one
  }

  /** The token is the same on every page of a visitor, so any page with a form will do; where a link counts, it has its own. */
  async function csrf(path: string): Promise<string> {
    const [, rsvp] = /^(\/\w\w\/occurrences\/[^/?]+)/.exec(path) ?? [];
    if (rsvp && (link || path.includes('key=')))
      return tokenIn(await request(`${rsvp}/rsvp${/\?.*/.exec(path)?.[0] ?? ''}`)) ?? '';
    token ??= tokenIn(await request('/en/sign-in'));
    return token ?? '';
  }

  const tokenIn = ({ text }: Answer): string | undefined => /name="csrf" value="([^"]+)"/.exec(text)?.[1];

  return {
    get: (path: string) => request(path),
    request,
    cookies,
    async submit(path: string, fields: Fields = {}): Promise<Answer> {
      const body = new URLSearchParams({ csrf: await csrf(path) });
      for (const [name, value] of Object.entries(fields)) {
        body.delete(name);
        for (const one of [value].flat()) body.append(name, one);
      }
      return request(path, { method: 'POST', body });
    },
    /** Submits and follows the redirect, as a browser does. */
    async follow(path: string, fields: Fields = {}): Promise<Answer> {
      const answer = await this.submit(path, fields);
      return answer.location ? request(answer.location) : answer;
    },
    /** The same visitor, served by the other process. */
    onTwin: () => newBrowser({ ...(session && { session }), ...(link && { link }), address }, twin, http),
  };
}
