import { operation } from '#src/platform/db/operation.ts';
import { mayEditNetwork } from '../access.ts';
import { lockNetwork } from '../story/story.queries.ts';
import { replaceAims } from './aim.queries.ts';
import type { Aim } from './aim.ts';

export const saveAims = operation({
  name: 'network.saveAims',
  load: (load, _aims: readonly Aim[]) => lockNetwork(load),
  allow: mayEditNetwork,
  run: (work, _network, aims) => replaceAims(work, aims),
});
