import { listRoutes } from '../lists/list.routes.tsx';
import { aimsForm } from './aim.form.ts';
import { saveAims } from './aim.operations.ts';
import { AimsPage } from './aim.page.tsx';
import { listAims } from './aim.queries.ts';

export const aimRoutes = listRoutes({
  name: 'aims',
  schema: aimsForm,
  read: async (runtime) => ({ aims: await listAims(runtime) }),
  save: (runtime, actor, { aims }) => saveAims(runtime, actor, aims),
  Page: AimsPage,
});
