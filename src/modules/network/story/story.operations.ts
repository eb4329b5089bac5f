import { isSystem } from '#src/kernel/actor.ts';
import { operation } from '#src/platform/db/operation.ts';
import { mayEditNetwork } from '../access.ts';
import { lockNetwork, saveNetwork, saveNewNetwork } from './story.queries.ts';
import type { Story } from './story.ts';

/** The first time: this installation is this network's. False when it is somebody's already, or becomes it this moment. */
export const foundNetwork = operation({
  name: 'network.foundNetwork',
  load: async (load, _input: Story) => ({ id: load.newId() }),
  allow: isSystem,
  run: (work, { id }, story) => saveNewNetwork(work, id, story),
});

export const tellStory = operation({
  name: 'network.tellStory',
  load: (load, _input: Story) => lockNetwork(load),
  allow: mayEditNetwork,
  run: (work, { id }, story) => saveNetwork(work, id, story),
});
