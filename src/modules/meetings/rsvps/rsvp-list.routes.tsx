import { checkAllowed, found } from '#src/kernel/outcome.ts';
import { id, show, webRoutes } from '#src/web/routes.tsx';
import { mayListRsvps } from '../access.ts';
import { findOccurrence } from '../occurrences/occurrence.queries.ts';
import { RsvpListPage } from './rsvp-list.page.tsx';
import { listRsvps } from './rsvp-list.queries.ts';

const pageSize = 100;

export const rsvpListRoutes = webRoutes().get(`/occurrences/${id}/rsvps`, async (c) => {
  const { runtime, actor, visit } = c.var;
  checkAllowed(mayListRsvps(actor));
  const occurrence = found(await findOccurrence(runtime, actor, c.req.param('id')));
  const after = c.req.query('after');
  const list = await listRsvps(runtime, actor, { occurrenceId: occurrence.id, limit: pageSize, after });
  return show(c, <RsvpListPage visit={visit} occurrence={occurrence} {...list} isFirst={!after} />);
});
