// Makes dist/: the program in two files, and the assets under names that change with their content.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import subsetFont from 'subset-font';
import { styleSheet } from './style-sheet.mjs';

/** Built beside dist/ and moved into its place, so that a broken build leaves the last good one. */
export async function buildProgram(project, stamp) {
  const [dist, fresh, old] = ['dist', `dist.new-${process.pid}`, `dist.old-${process.pid}`].map((name) =>
    join(project, name),
  );
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(join(fresh, 'assets'), { recursive: true });
  await buildServer(project, fresh);
  await buildAssets(project, fresh);
  writeFileSync(join(fresh, '.built-from'), stamp);
  try {
    renameSync(dist, old);
  } catch (problem) {
    if (problem.code !== 'ENOENT') throw problem;
  }
  renameSync(fresh, dist);
  rmSync(old, { recursive: true, force: true });
}

const buildServer = (project, out) =>
  build({
    entryPoints: ['main', 'cli'].map((name) => join(project, 'src', `${name}.ts`)),
    outdir: out,
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    sourcemap: 'linked',
    logLevel: 'error',
  });

async function buildAssets(project, out) {
  const manifest = {};
  const save = (name, content) => {
    const hash = createHash('sha256').update(content).digest('base64url').slice(0, 10);
    const kind = extname(name);
    const file = `${name.slice(0, -kind.length)}.${hash}${kind}`;
    manifest[name] = `/assets/${file}`;
    writeFileSync(join(out, 'assets', file), content);
    if (['.css', '.svg', '.js'].includes(kind)) savePacked(join(out, 'assets', file), content);
    return manifest[name];
  };

  const images = join(project, 'src', 'web', 'images');
  for (const name of readdirSync(images)) save(name, readFileSync(join(images, name)));
  const fonts = new Map();
  for (const weight of [400, 700]) {
    const name = `font-${weight}.woff2`;
    fonts.set(name, save(name, await khmerFont(weight)));
  }
  save(
    'style.css',
    styleSheet(project, (name) => fonts.get(name) ?? name),
  );
  writeFileSync(join(out, 'assets.json'), JSON.stringify(manifest, null, 2));
}

/** As small as it gets, once, instead of on every request. */
function savePacked(file, content) {
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
  writeFileSync(`${file}.br`, brotliCompressSync(content, quality));
  writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
}

/** Khmer letters, digits and signs only: about 13 kB a weight. Latin comes from the system's own typeface. */
function khmerFont(weight) {
  const path = `@fontsource/kantumruy-pro/files/kantumruy-pro-khmer-${weight}-normal.woff2`;
  const all = [...range(0x1780, 0x17dc), ...range(0x17e0, 0x17e9), 0x200b, 0x200c, 0x25cc];
  const letters = all.filter((letter) => !withdrawn.includes(letter));
  return subsetFont(
    readFileSync(createRequire(import.meta.url).resolve(path)),
    String.fromCodePoint(...letters),
    {
      targetFormat: 'woff2',
    },
  );
}

// Letters and signs that Unicode advises against, and that no text keeps once it is in its normal form.
const withdrawn = [0x17a3, 0x17a4, 0x17b4, 0x17b5, 0x17d3, 0x17d8];

const range = (first, last) => Array.from({ length: last - first + 1 }, (_, place) => first + place);
