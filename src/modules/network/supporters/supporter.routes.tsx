import { listRoutes } from '../lists/list.routes.tsx';
import { supportersForm } from './supporter.form.ts';
import { saveSupporters } from './supporter.operations.ts';
import { SupportersPage } from './supporter.page.tsx';
import { listSupporters } from './supporter.queries.ts';

export const supporterRoutes = listRoutes({
  name: 'supporters',
  schema: supportersForm,
  read: async (runtime) => ({ supporters: await listSupporters(runtime) }),
  save: (runtime, actor, { supporters }) => saveSupporters(runtime, actor, supporters),
  Page: SupportersPage,
});
