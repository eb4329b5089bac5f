/** `?a=1&b=2` for the values that are there; empty when none is. */
export function queryString(values: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value) query.set(name, value);
  return query.size > 0 ? `?${query}` : '';
}

/** A path that may have a query already, and these values in it too. */
export const withQuery = (path: string, values: Parameters<typeof queryString>[0]): string =>
  path + (path.includes('?') ? queryString(values).replace('?', '&') : queryString(values));

/** What a page is opened by that only its reader knows; `next` may hold one of the two others. */
export const secretsInAddresses = ['key', 'code', 'next'];
