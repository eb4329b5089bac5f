import { listRoutes } from '../lists/list.routes.tsx';
import { figuresForm } from './figure.form.ts';
import { saveFigures } from './figure.operations.ts';
import { FiguresPage } from './figure.page.tsx';
import { listFigures } from './figure.queries.ts';

export const figureRoutes = listRoutes({
  name: 'figures',
  schema: figuresForm,
  read: async (runtime) => ({ figures: await listFigures(runtime) }),
  save: (runtime, actor, { figures }) => saveFigures(runtime, actor, figures),
  Page: FiguresPage,
});
