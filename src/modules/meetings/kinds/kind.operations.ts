import type { LocalText } from '#src/kernel/local-text.ts';
import { operation } from '#src/platform/db/operation.ts';
import { mayPlan } from '../access.ts';
import { saveKind } from './kind.queries.ts';

/** Gives the new kind's id. */
export const addKind = operation({
  name: 'meetings.addKind',
  load: async (load, _input: { name: LocalText }) => ({ id: load.newId() }),
  allow: mayPlan,
  async run(work, { id }, { name }) {
    await saveKind(work, id, name);
    return id;
  },
});
