import { operation } from '#src/platform/db/operation.ts';
import { mayEditNetwork } from '../access.ts';
import { lockNetwork } from '../story/story.queries.ts';
import { replaceSupporters } from './supporter.queries.ts';
import type { Supporter } from './supporter.ts';

export const saveSupporters = operation({
  name: 'network.saveSupporters',
  load: (load, _supporters: readonly Supporter[]) => lockNetwork(load),
  allow: mayEditNetwork,
  run: (work, _network, supporters) => replaceSupporters(work, supporters),
});
