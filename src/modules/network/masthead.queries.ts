import { type Runtime, reading } from '#src/platform/db/handles.ts';
import { today } from '#src/platform/db/today.ts';
import type { Masthead } from '#src/web/visitor.port.ts';

/** What stands on every page, in one query. */
export async function findMasthead(runtime: Runtime): Promise<Masthead> {
  const day = today(runtime);
  const year = Number(day.slice(0, 4));
  const rows = await reading(runtime)
    .selectFrom('network.network as network')
    .leftJoin('network.host_term as term', (join) =>
      join
        .on('term.since', '<=', day)
        .on((on) => on.or([on('term.until', 'is', null), on('term.until', '>', day)])),
    )
    .leftJoin('organisations.named as host', 'host.id', 'term.organisation_id')
    .leftJoin('network.supporter as supporter', (join) =>
      join.on((on) => on.or([on('until_year', 'is', null), on('until_year', '>=', year)])),
    )
    .select(['network.name', 'host.name as host', 'supporter.name as supporter'])
    .orderBy('supporter.rank')
    .limit(12)
    .execute();
  const [first] = rows;
  return {
    name: first?.name ?? {},
    host: first?.host ?? undefined,
    supporters: rows.flatMap(({ supporter }) => (supporter ? [supporter] : [])),
  };
}
