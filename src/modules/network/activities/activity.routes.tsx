import { listRoutes } from '../lists/list.routes.tsx';
import { activitiesForm } from './activity.form.ts';
import { saveActivities } from './activity.operations.ts';
import { ActivitiesPage } from './activity.page.tsx';
import { listActivities } from './activity.queries.ts';

export const activityRoutes = listRoutes({
  name: 'activities',
  schema: activitiesForm,
  read: async (runtime) => ({ activities: await listActivities(runtime) }),
  save: (runtime, actor, { activities }) => saveActivities(runtime, actor, activities),
  Page: ActivitiesPage,
});
