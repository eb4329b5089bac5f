import assert from 'node:assert/strict';
import ts from 'typescript';
import { describe, it } from 'vitest';
import { program, type Source } from './tree.ts';

/** What is wrong with a page, one word for each fault. */
type Check = (node: ts.Node, path: string) => string | undefined;

const components = 'src/web/components';

// The name of the program: all there is before the network has told its own.
const names = ['Bandanh'];
const spoken =
  /^(aria-label|title|alt|placeholder|label|legend|hint|lead|about|text|summary|description|submitLabel)$/;
const ofOthers = /^(website|callLink|sourceUrl|url|link)$/;
const formComponents = ['form', 'button', 'choice', 'filter-bar'].map(
  (name) => `${components}/${name}/${name}.tsx`,
);
const htmlComponents = ['prose', 'json-ld'].map((name) => `${components}/${name}/${name}.tsx`);

/** Words that no text file holds: between tags, in braces between tags, or in an attribute that is read out. */
const ownWords: Check = (node) => {
  const texts = ts.isJsxText(node) ? [node.text] : literalsIn(shownBy(node));
  return texts.some((text) => /\p{L}/u.test(text) && !names.includes(text.trim())) ? 'words' : undefined;
};

function shownBy(node: ts.Node): ts.Node | undefined {
  if (ts.isJsxExpression(node)) return ts.isJsxAttribute(node.parent) ? undefined : node.expression;
  if (!ts.isJsxAttribute(node) || !spoken.test(node.name.getText())) return undefined;
  const value = node.initializer;
  return value && ts.isJsxExpression(value) ? value.expression : value;
}

/** The texts an expression may come to, without looking into calls and tags. */
function literalsIn(node: ts.Node | undefined): readonly string[] {
  if (node === undefined || ts.isCallExpression(node) || ts.isJsxElement(node)) return [];
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isTemplateExpression(node))
    return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
  if (ts.isConditionalExpression(node))
    return [node.whenTrue, node.whenFalse].flatMap((branch) => literalsIn(branch));
  if (ts.isBinaryExpression(node) && /^(&&|\|\||\?\?|\+)$/.test(node.operatorToken.getText()))
    return [node.left, node.right].flatMap((side) => literalsIn(side));
  return ts.isParenthesizedExpression(node) ? literalsIn(node.expression) : [];
}

/** A component that waits would render nothing. */
const waits: Check = (node, path) =>
  /\.page\.tsx$|\/components\//.test(path) && node.kind === ts.SyntaxKind.AsyncKeyword ? 'async' : undefined;

const rawHtml: Check = (node, path) =>
  ts.isJsxAttribute(node) &&
  node.name.getText() === 'dangerouslySetInnerHTML' &&
  !htmlComponents.includes(path)
    ? 'raw HTML'
    : undefined;

/** Only a few components make forms, and each of those that post carries the token against forgery. */
const unguardedForm: Check = (node, path) => {
  if (!ts.isJsxElement(node) || node.openingElement.tagName.getText() !== 'form') return undefined;
  const isGuarded = /method="get"|name="csrf" value=\{visit\.csrfToken\(\)\}/.test(node.getText());
  return isGuarded && formComponents.includes(path) ? undefined : 'form';
};

/** An address that people gave, in a link, without a look at whether it runs or misleads. */
const unsafeLink: Check = (node) => {
  const [name, value] = ts.isJsxAttribute(node)
    ? [node.name.getText(), node.initializer]
    : ts.isPropertyAssignment(node)
      ? [node.name.getText(), node.initializer]
      : [];
  return value && /^(href|src|action)$/.test(name ?? '') && comesFromOthers(value) ? 'link' : undefined;
};

function comesFromOthers(value: ts.Node, seen: readonly string[] = []): boolean {
  if (ts.isCallExpression(value) || ts.isStringLiteralLike(value)) return false;
  if (ts.isPropertyAccessExpression(value)) return ofOthers.test(value.name.text);
  if (!ts.isIdentifier(value)) return childrenOf(value).some((part) => comesFromOthers(part, seen));
  const made = seen.includes(value.text) ? [] : madeFrom(value);
  return made.length > 0
    ? made.some((part) => comesFromOthers(part, [...seen, value.text]))
    : ofOthers.test(value.text);
}

/** What a name stands for in its file: `const href = safeUrl(website)`, or `{ website: href }` taken apart. */
const madeFrom = (name: ts.Identifier): readonly ts.Node[] =>
  nodesOf(name.getSourceFile()).flatMap((node) => {
    if (ts.isVariableDeclaration(node) && node.name.getText() === name.text) return node.initializer ?? [];
    if (ts.isBindingElement(node) && node.name.getText() === name.text) return node.propertyName ?? [];
    return [];
  });

function childrenOf(node: ts.Node): readonly ts.Node[] {
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => {
    children.push(child);
  });
  return children;
}

function nodesOf(node: ts.Node, found: ts.Node[] = []): readonly ts.Node[] {
  found.push(node);
  ts.forEachChild(node, (child) => {
    nodesOf(child, found);
  });
  return found;
}

function faultsIn({ path, text }: Source): readonly string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  return nodesOf(file).flatMap((node) =>
    [ownWords, waits, rawHtml, unguardedForm, unsafeLink].flatMap((check) => check(node, path) ?? []),
  );
}

describe('pages', () => {
  const pages = program().filter(({ path }) => /(?<!\.examples)\.tsx$/.test(path));
  it('hold no words of their own, wait for nothing, and guard their forms, links and HTML', () => {
    assert.ok(pages.length > 90);
    const faults = pages.map((page) => [page.path, ...faultsIn(page)]).filter(([, fault]) => fault);
    assert.deepEqual(faults, []);
  });
  it('make the few forms and the raw HTML there is in the components for them', () => {
    for (const path of [...formComponents, ...htmlComponents])
      assert.ok(
        pages.some((page) => page.path === path && /<form|dangerously/.test(page.text)),
        path,
      );
  });
});

describe('a page with a fault would be noticed', () => {
  const faults = (jsx: string) =>
    faultsIn({ path: 'src/modules/home/start/start.page.tsx', text: `const Part = ${jsx};` });

  it('with words of its own', () => {
    for (const jsx of [
      '<p>Welcome back</p>',
      "<p>{isNew ? 'Welcome' : t('start.hello')}</p>",
      `<p>{\`people: \${count}\`}</p>`,
      '<Page title="Welcome" />',
      "<img alt={'A meeting'} />",
    ])
      assert.deepEqual(faults(jsx), ['words'], jsx);
    assert.deepEqual(
      faults("<p class=\"soft\">{' · '}{t('start.hello')}{isNew && <b>{name}</b>} 12:00</p>"),
      [],
    );
  });
  it('that waits', () => {
    assert.deepEqual(faults('async () => <p />'), ['async']);
  });
  it('with HTML that nobody cleaned', () => {
    assert.deepEqual(faults('<p dangerouslySetInnerHTML={{ __html: html }} />'), ['raw HTML']);
  });
  it('with a form of its own, or one without a token', () => {
    assert.deepEqual(faults('<form method="post"></form>'), ['form']);
    const path = 'src/web/components/form/form.tsx';
    assert.deepEqual(faultsIn({ path, text: '<form method="post"></form>' }), ['form']);
  });
  it('with a link that leads anywhere', () => {
    for (const jsx of [
      '<a href={organisation.website}>{name}</a>',
      '<a href={website}>{name}</a>',
      '<ButtonLink href={occurrence.callLink ?? here}>{name}</ButtonLink>',
      '() => { const href = source.url; return <a href={href}>{name}</a>; }',
      '({ website: href }) => <a href={href}>{name}</a>',
      '<Card more={{ href: project.website, label: name }} />',
    ])
      assert.deepEqual(faults(jsx), ['link'], jsx);
    assert.deepEqual(faults('() => { const href = safeUrl(source.url); return <a href={href} />; }'), []);
    assert.deepEqual(faults('() => { const url = visit.to(path); return <a href={url} />; }'), []);
  });
});
