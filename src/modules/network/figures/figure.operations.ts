import { operation } from '#src/platform/db/operation.ts';
import { mayEditNetwork } from '../access.ts';
import { lockNetwork } from '../story/story.queries.ts';
import { replaceFigures } from './figure.queries.ts';
import type { Figure } from './figure.ts';

export const saveFigures = operation({
  name: 'network.saveFigures',
  load: (load, _figures: readonly Figure[]) => lockNetwork(load),
  allow: mayEditNetwork,
  run: (work, _network, figures) => replaceFigures(work, figures),
});
