import { isRepresentative } from '#src/kernel/actor.ts';
import { NotAllowed } from '#src/kernel/outcome.ts';
import { listOwnActionItems, listUpcoming } from '#src/modules/meetings/index.ts';
import { listByIds } from '#src/modules/organisations/index.ts';
import { show, webRoutes } from '#src/web/routes.tsx';
import { StartPage } from './start.page.tsx';

export const startRoutes = webRoutes().get('/start', async (c) => {
  const { runtime, actor, visit } = c.var;
  if (actor.kind !== 'person') throw new NotAllowed();
  const { occurrences } = await listUpcoming(runtime, actor, { limit: 6 });
  const organisations = await listByIds(
    runtime,
    actor.seats.map(({ organisationId }) => organisationId),
  );
  return show(
    c,
    <StartPage
      visit={visit}
      occurrences={occurrences}
      actionItems={await listOwnActionItems(runtime, actor)}
      organisations={organisations.map((organisation) => ({
        ...organisation,
        isRepresentative: isRepresentative(actor, organisation.id),
      }))}
    />,
  );
});
