import { isCoordinator } from '#src/kernel/actor.ts';
import { checkAllowed } from '#src/kernel/outcome.ts';
import { listOverdueActionItems, listUpcoming, listWithoutMinutes } from '#src/modules/meetings/index.ts';
import { listFailed } from '#src/modules/messaging/index.ts';
import { countUnanswered } from '#src/modules/network/index.ts';
import { show, webRoutes } from '#src/web/routes.tsx';
import { CoordinatePage } from './coordinate.page.tsx';

export const coordinateRoutes = webRoutes().get('/coordinate', async (c) => {
  const { runtime, actor, visit } = c.var;
  checkAllowed(isCoordinator(actor));
  const { occurrences } = await listUpcoming(runtime, actor, { limit: 5 });
  return show(
    c,
    <CoordinatePage
      visit={visit}
      unanswered={await countUnanswered(runtime, actor)}
      withoutMinutes={await listWithoutMinutes(runtime)}
      overdue={await listOverdueActionItems(runtime, actor)}
      failed={await listFailed(runtime, actor)}
      occurrences={occurrences}
    />,
  );
});
