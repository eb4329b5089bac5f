import assert from 'node:assert/strict';
import { describe, it } from 'vitest';
import { program, type Source } from './tree.ts';

// What is kept as typed, or read by a rule of its own: no text of these reaches the database as it came in.
const asTyped: Readonly<Record<string, string>> = {
  'src/modules/accounts/sign-in/sign-in.form.ts: typedPassword': 'every character counts (ASVS 6.2.8)',
  'src/modules/accounts/sign-in/sign-in.form.ts: newPassword': 'the same',
  'src/modules/meetings/minutes/minutes.form.ts: owner': 'read as a kind and an id',
  'src/modules/messaging/addresses/address.form.ts: reachField': 'read as a number or an e-mail address',
  'src/modules/network/contact/contact.form.ts: homepage': 'the field no person sees, never kept',
  'src/modules/organisations/directory/directory.form.ts: after': 'read as the key of a page',
};

/** Fields of forms that are any text at all, by file and name. Texts come from the builders of web/form/fields.ts. */
const bareTexts = (sources: readonly Source[]): readonly string[] =>
  sources
    .filter(({ path }) => path.endsWith('.form.ts'))
    .flatMap(({ path, text }) =>
      [...text.matchAll(/\bz\s*\.(string|coerce\.string|any|unknown)\(/g)].map(
        ({ index }) => `${path}: ${nameBefore(text.slice(0, index))}`,
      ),
    );

/** The field or builder whose line began last before a place in the text. */
const nameBefore = (text: string) =>
  [...text.matchAll(/^ *(?:export )?(?:const )?(\w+)(?:: | = )/gm)].at(-1)?.[1];

describe('forms', () => {
  const ours = program();
  it('bring every text to its normal form, but for those that are listed', () => {
    assert.ok(ours.filter(({ path }) => path.endsWith('.form.ts')).length > 20);
    assert.deepEqual(bareTexts(ours).toSorted(), Object.keys(asTyped).toSorted());
  });
  it('would be noticed with a text as it came in', () => {
    const path = 'src/modules/forum/topics/topic.form.ts';
    const text =
      'export const topicForm = z.object({\n  title: line({ max: 9 }),\n  body: z.string().max(9),\n});';
    assert.deepEqual(bareTexts([{ path, text }]), [`${path}: body`]);
    assert.deepEqual(bareTexts([{ path, text: 'const note = z\n  .string();' }]), [`${path}: note`]);
    assert.deepEqual(bareTexts([{ path, text: 'const name = line({ max: 9 });' }]), []);
  });
});
