import { anonymous } from '#src/kernel/actor.ts';
import { found } from '#src/kernel/outcome.ts';
import { answersFor, listLatestMinuted, listUpcoming, type Occurrence } from '#src/modules/meetings/index.ts';
import { findNetwork, listAims, listFigures, listNews } from '#src/modules/network/index.ts';
import { countMembers, listMembers } from '#src/modules/organisations/index.ts';
import { show, webRoutes } from '#src/web/routes.tsx';
import { FrontPage } from './front.page.tsx';

const shown = { meetings: 4, members: 9, minutes: 3, news: 3 };

export const frontRoutes = webRoutes().get('/', async (c) => {
  const { runtime, actor, visit } = c.var;
  // More than are shown, because cancelled ones fall out, and a meeting for everybody may come after many that are not.
  const { occurrences } = await listUpcoming(runtime, actor, { limit: 6 * shown.meetings });
  const ahead = occurrences.filter(({ isCancelled }) => !isCancelled);
  const next = nextFor(ahead, (occurrence) => answersFor(visit, actor, occurrence).length > 0);
  // As everybody sees it: drafts have their place under News.
  const { items } = await listNews(runtime, anonymous, { limit: shown.news });
  return show(
    c,
    <FrontPage
      visit={visit}
      network={found(await findNetwork(runtime))}
      next={next}
      choices={answersFor(visit, actor, next)}
      later={ahead.filter(({ id }) => id !== next?.id).slice(0, shown.meetings - 1)}
      minuted={await listLatestMinuted(runtime, actor, shown.minutes)}
      members={await listMembers(runtime, shown.members)}
      memberCount={await countMembers(runtime)}
      aims={await listAims(runtime)}
      news={items}
      figures={await listFigures(runtime)}
    />,
  );
});

/** A visitor's next meeting is one they may answer, or at least see whole; of others they learn under "More meetings". */
const nextFor = (ahead: readonly Occurrence[], mayAnswer: (occurrence: Occurrence) => boolean) =>
  ahead.find((occurrence) => occurrence.isVisible && mayAnswer(occurrence)) ??
  ahead.find(({ isVisible }) => isVisible) ??
  ahead[0];
