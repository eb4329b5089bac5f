import { found } from '#src/kernel/outcome.ts';
import { show, webRoutes } from '#src/web/routes.tsx';
import { mayEditNetwork } from '../access.ts';
import { listActivities } from '../activities/activity.queries.ts';
import { listAims } from '../aims/aim.queries.ts';
import { listFigures } from '../figures/figure.queries.ts';
import { listHostTerms } from '../hosts/host.queries.ts';
import { findNetwork } from '../story/story.queries.ts';
import { listSupporters } from '../supporters/supporter.queries.ts';
import { AboutPage } from './about.page.tsx';

export const aboutRoutes = webRoutes().get('/about', async (c) => {
  const { runtime, actor, visit } = c.var;
  return show(
    c,
    <AboutPage
      visit={visit}
      network={found(await findNetwork(runtime))}
      aims={await listAims(runtime)}
      activities={await listActivities(runtime)}
      figures={await listFigures(runtime)}
      hosts={await listHostTerms(runtime)}
      supporters={await listSupporters(runtime)}
      mayEdit={mayEditNetwork(actor)}
    />,
  );
});
