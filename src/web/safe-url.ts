const schemes = ['http:', 'https:', 'mailto:', 'tel:'];

/** An address from data, fit to stand in an href; anything that could run or mislead is undefined. */
export function safeUrl(address: string | null | undefined): string | undefined {
  if (!address || !URL.canParse(address)) return undefined;
  return schemes.includes(new URL(address).protocol) ? address : undefined;
}

/** A place on this site to go on to, such as /km/start; an address elsewhere is undefined. */
export function localPath(path: string | undefined): string | undefined {
  if (!path?.startsWith('/') || /^\/[/\\]|[\\\s\p{Cc}]/u.test(path)) return undefined;
  const base = 'http://here.invalid';
  if (!URL.canParse(path, base)) return undefined;
  const url = new URL(path, base);
  // `/.//elsewhere` is a path of this site until its dots are resolved.
  const isHere = url.origin === base && !url.pathname.startsWith('//');
  return isHere ? url.pathname + url.search : undefined;
}
