import { get } from 'node:http';

/** What a browser that takes brotli fetches the first time: the page, its style sheet and its icon. */
export async function firstVisit(url: string): Promise<{ bytes: number; requests: number }> {
  const page = await fetchPacked(url);
  const text = await (await fetch(url)).text();
  const assets = [...text.matchAll(/<link rel="(?:stylesheet|icon)" href="([^"]+)"/g)].map(
    ([, path]) => path ?? '',
  );
  let bytes = page;
  for (const path of assets) bytes += await fetchPacked(new URL(path, url).href);
  return { bytes, requests: 1 + assets.length };
}

/** The bytes of the body as they come over the line; `fetch` would unpack them. */
function fetchPacked(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'br' } }, (answer) => {
      let bytes = 0;
      answer.on('data', (data: Buffer) => {
        bytes += data.length;
      });
      answer.on('end', () => resolve(bytes));
    }).on('error', reject);
  });
}
