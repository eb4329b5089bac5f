import { existsSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { Hono } from 'hono';
import { projectFile } from '#src/platform/project.ts';
import type { Web } from '../visit.ts';
import { encodingFor, encodings } from './encoding.ts';

const kinds: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.js': 'text/javascript; charset=utf-8',
};

/** The address of a built file, which changes whenever its content does. */
export function asset(name: string): string {
  addresses ??= JSON.parse(readFileSync(projectFile('dist', 'assets.json'), 'utf8'));
  const address = addresses?.[name];
  if (!address) throw new Error(`There is no asset ${name}: run npm start, or npm test, which build it`);
  return address;
}

let addresses: Readonly<Record<string, string>> | undefined;

type Packed = { readonly plain: Buffer; readonly br?: Buffer; readonly gzip?: Buffer };

/** Files that never change under their name: kept by browsers for a year, and here in memory. */
export function assetRoutes() {
  const files = new Map<string, Packed>();
  return new Hono<Web>().get('/assets/:name{[a-z0-9-]+\\.[A-Za-z0-9_-]{10}\\.[a-z0-9]+}', async (c, next) => {
    const name = c.req.param('name');
    const file = files.get(name) ?? load(name);
    if (!file) return next();
    files.set(name, file);
    c.header('Content-Type', kinds[extname(name)] ?? 'application/octet-stream');
    c.header('Cache-Control', 'public, max-age=31536000, immutable');
    c.header('Vary', 'Accept-Encoding');
    const encoding = encodingFor(
      c.req.header('accept-encoding'),
      encodings.filter((name) => file[name]),
    );
    if (encoding) c.header('Content-Encoding', encoding);
    return c.body(new Uint8Array((encoding && file[encoding]) ?? file.plain));
  });
}

function load(name: string): Packed | undefined {
  const path = projectFile('dist', 'assets', name);
  if (!existsSync(path)) return undefined;
  const packed = (ending: string) => (existsSync(path + ending) ? readFileSync(path + ending) : undefined);
  const [br, gzip] = [packed('.br'), packed('.gz')];
  return { plain: readFileSync(path), ...(br && { br }), ...(gzip && { gzip }) };
}
