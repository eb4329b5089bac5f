import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'vitest';
import { copyOfTemplate } from '#tests/support/copy.ts';
import { schemaFile, schemaOf } from '#tests/support/schema.ts';

/** Lines of one that the other lacks. */
const stale = (written: string, generated: string) => {
  const [left, right] = [new Set(written.split('\n')), new Set(generated.split('\n'))];
  return [
    ...[...left].filter((line) => !right.has(line)).map((line) => `- ${line.trim()}`),
    ...[...right].filter((line) => !left.has(line)).map((line) => `+ ${line.trim()}`),
  ];
};

describe('the generated schema', () => {
  it('is what the migrations make', async () => {
    const [written, generated] = [readFileSync(schemaFile, 'utf8'), await schemaOf(await copyOfTemplate())];
    assert.deepEqual(stale(written, generated), [], `${schemaFile} is stale: run npm run schema`);
    assert.ok(written === generated, `${schemaFile} was edited by hand: run npm run schema`);
  });
  it('would be noticed stale', () => {
    assert.deepEqual(stale('id: string;\nname: string;', 'id: string;\nname: LocalText;'), [
      '- name: string;',
      '+ name: LocalText;',
    ]);
  });
});
