import { operation } from '#src/platform/db/operation.ts';
import { mayCloseActionItem } from '../access.ts';
import { lockActionItem, saveClosed } from './action-item.queries.ts';

/** The owner says that it is done. */
export const closeActionItem = operation({
  name: 'meetings.closeActionItem',
  load: (load, { id }: { id: string }) => lockActionItem(load, id),
  allow: mayCloseActionItem,
  run: (work, { id }) => saveClosed(work, id, true),
});

/** It was not done after all. Gives the minutes it stands in. */
export const reopenActionItem = operation({
  name: 'meetings.reopenActionItem',
  load: (load, { id }: { id: string }) => lockActionItem(load, id),
  allow: mayCloseActionItem,
  async run(work, { id, minutesId }) {
    await saveClosed(work, id, false);
    return minutesId;
  },
});
