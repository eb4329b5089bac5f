import type { LocalText } from '#src/kernel/local-text.ts';
import { Refused } from '#src/kernel/outcome.ts';
import { operation } from '#src/platform/db/operation.ts';
import { mayPlan } from '../access.ts';
import { deleteKind, isKindUsed, listKinds, lockKind, saveKind, saveKindName } from './kind.queries.ts';
import { checkNameIsFree } from './kind.ts';

/** Gives the new kind's id. */
export const addKind = operation({
  name: 'meetings.addKind',
  load: async (load, _input: { name: LocalText }) => ({ id: load.newId() }),
  allow: mayPlan,
  async run(work, { id }, { name }) {
    checkNameIsFree(name, await listKinds(work));
    await saveKind(work, id, name);
    return id;
  },
});

type Rename = { readonly id: string; readonly name: LocalText };

export const renameKind = operation({
  name: 'meetings.renameKind',
  load: (load, { id }: Rename) => lockKind(load, id),
  allow: mayPlan,
  async run(work, { id }, { name }) {
    const others = (await listKinds(work)).filter((kind) => kind.id !== id);
    checkNameIsFree(name, others);
    await saveKindName(work, id, name);
  },
});

/** Only one that no series has. */
export const removeKind = operation({
  name: 'meetings.removeKind',
  load: (load, { id }: { id: string }) => lockKind(load, id),
  allow: mayPlan,
  async run(work, { id }) {
    if (await isKindUsed(work, id)) throw new Refused('kind.used');
    await deleteKind(work, id);
  },
});
