// One style sheet from the files of styles/ and components/, in the order of the cascade, made readable for browsers
// that know neither custom properties nor anything newer.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transform } from 'lightningcss';

export function styleSheet(project, urlOf) {
  const web = join(project, 'src', 'web');
  const components = readdirSync(join(web, 'components'), { recursive: true })
    .filter((name) => name.endsWith('.css'))
    .map((name) => join('components', name))
    .sort();
  // Every rule is one class, so the order of the files is the whole cascade: no layers to flatten.
  const files = [
    'styles/tokens.css',
    'styles/fonts.css',
    'styles/base.css',
    ...components,
    'styles/parts.css',
    'styles/print.css',
  ];
  const text = files.map((name) => readFileSync(join(web, name), 'utf8')).join('\n');
  const withUrls = text.replace(/url\("([^"]+)"\)/g, (_, name) => `url("${urlOf(name)}")`);
  return withPlainFallbacks(minified(withUrls));
}

const minified = (text) =>
  transform({
    filename: 'style.css',
    code: Buffer.from(text),
    minify: true,
    // Chrome 80 and Safari 13 are about 2020: what cheap phones still run.
    targets: { chrome: 80 << 16, safari: 13 << 16, firefox: 78 << 16 },
  }).code.toString();

/** Opera Mini knows no custom properties: each use is preceded by the light value itself. */
function withPlainFallbacks(css) {
  const values = new Map(
    [...firstRule(css).matchAll(/(--[a-z0-9-]+):([^;}]+)/g)].map(([, name, value]) => [name, value]),
  );
  return css.replace(/([;{])((?!--)[a-z-]+):([^;{}]*var\([^;{}]*)/g, (_, before, property, value) => {
    const plain = value.replace(/var\((--[a-z0-9-]+)\)/g, (use, name) => values.get(name) ?? use);
    return `${before}${property}:${plain};${property}:${value}`;
  });
}

const firstRule = (css) => css.slice(0, css.indexOf('}'));
