import { operation } from '#src/platform/db/operation.ts';
import { mayEditNetwork } from '../access.ts';
import { lockNetwork } from '../story/story.queries.ts';
import { replaceActivities } from './activity.queries.ts';
import type { Activity } from './activity.ts';

export const saveActivities = operation({
  name: 'network.saveActivities',
  load: (load, _activities: readonly Activity[]) => lockNetwork(load),
  allow: mayEditNetwork,
  run: (work, _network, activities) => replaceActivities(work, activities),
});
