import { isSystem } from '#src/kernel/actor.ts';
import { operation } from '#src/platform/db/operation.ts';
import { mayEditNetwork } from '../access.ts';
import { lockNetwork, saveNetwork } from './story.queries.ts';
import type { Story } from './story.ts';

/** The first time: this installation is this network's. */
export const foundNetwork = operation({
  name: 'network.foundNetwork',
  load: async (load, _input: Story) => (await lockNetwork(load)) ?? { id: load.newId() },
  allow: isSystem,
  run: (work, { id }, story) => saveNetwork(work, id, story),
});

export const tellStory = operation({
  name: 'network.tellStory',
  load: (load, _input: Story) => lockNetwork(load),
  allow: mayEditNetwork,
  run: (work, { id }, story) => saveNetwork(work, id, story),
});
