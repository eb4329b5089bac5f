import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'vitest';

const folder = 'src/web/components';

// Components that show nothing alone, or are the gallery's own frame.
const withoutExamples: Readonly<Record<string, string>> = {
  crumbs: 'stands above the title, where the page puts it',
  'json-ld': 'shows nothing',
  local: 'one text, shown by most other examples',
  page: 'the gallery is one',
  problem: 'a whole page; the tests of errors look at it',
  share: 'hands on the address of the page it stands on',
};

type Folder = { readonly name: string; readonly files: readonly string[] };

/** Folders without examples, and examples that the gallery does not show, or shows twice. */
function missing(folders: readonly Folder[], shown: readonly string[]): readonly string[] {
  const isExampled = ({ name, files }: Folder) => files.includes(`${name}.examples.tsx`);
  return [
    ...folders
      .filter((one) => !isExampled(one) && !Object.hasOwn(withoutExamples, one.name))
      .map(({ name }) => `${name} has no examples`),
    ...folders
      .filter((one) => isExampled(one) && !shown.includes(one.name))
      .map(({ name }) => `${name} is not in the gallery`),
    ...shown.filter((name, place) => shown.indexOf(name) !== place).map((name) => `${name} is there twice`),
  ];
}

/** Components in the list of the gallery, each with the examples of its own folder. */
function shownBy(gallery: string): readonly string[] {
  const listed = [...gallery.matchAll(/component: '([\w-]+)', examples: (\w+)/g)];
  return listed.flatMap(([, name = '', examples = '']) =>
    gallery.includes(`import { ${examples} } from '../components/${name}/${name}.examples.tsx'`)
      ? [name]
      : [],
  );
}

describe('the gallery', () => {
  const folders = readdirSync(folder).map((name) => ({ name, files: readdirSync(`${folder}/${name}`) }));
  const shown = shownBy(readFileSync('src/web/gallery/gallery.routes.tsx', 'utf8'));

  it('shows every component in every state that has an example', () => {
    assert.ok(folders.length > 20);
    assert.deepEqual(missing(folders, shown), []);
  });
  it('leaves out only what is listed, and what is listed has none', () => {
    for (const name of Object.keys(withoutExamples)) {
      assert.ok(!shown.includes(name), name);
      assert.ok(
        folders.some((one) => one.name === name),
        name,
      );
    }
  });
  it('would be noticed incomplete', () => {
    const bare = { name: 'clock', files: ['clock.tsx'] };
    const hidden = { name: 'map', files: ['map.tsx', 'map.examples.tsx'] };
    assert.deepEqual(missing([bare, hidden], ['tag', 'tag']), [
      'clock has no examples',
      'map is not in the gallery',
      'tag is there twice',
    ]);
    const borrowed = "import { mapExamples } from '../components/map/map.examples.tsx';";
    assert.deepEqual(shownBy(`${borrowed} { component: 'clock', examples: mapExamples }`), []);
  });
});
