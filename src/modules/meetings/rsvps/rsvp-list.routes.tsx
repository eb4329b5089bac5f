import type { Context } from 'hono';
import { isoDay } from '#src/kernel/khmer/dates.ts';
import { inLanguage } from '#src/kernel/local-text.ts';
import { checkAllowed, found } from '#src/kernel/outcome.ts';
import { showPhone } from '#src/platform/phone/phone-number.ts';
import { sendText } from '#src/web/http/send.ts';
import { id, show, webRoutes } from '#src/web/routes.tsx';
import type { Visit, Web } from '#src/web/visit.ts';
import { mayListRsvps } from '../access.ts';
import { findOccurrence } from '../occurrences/occurrence.queries.ts';
import { csvOf } from './csv.ts';
import { RsvpListPage } from './rsvp-list.page.tsx';
import { type Answered, listRsvps } from './rsvp-list.queries.ts';

const pageSize = 100;

/** More answers than any hall has seats. */
const mostInFile = 5_000;

export const rsvpListRoutes = webRoutes()
  .get(`/occurrences/${id}/rsvps`, async (c) => {
    const { runtime, actor, visit } = c.var;
    const occurrence = await occurrenceOf(c, c.req.param('id'));
    const after = c.req.query('after');
    const list = await listRsvps(runtime, actor, { occurrenceId: occurrence.id, limit: pageSize, after });
    return show(c, <RsvpListPage visit={visit} occurrence={occurrence} {...list} isFirst={!after} />);
  })
  .get(`/occurrences/${id}/rsvps.csv`, async (c) => {
    const { runtime, actor, visit } = c.var;
    const occurrence = await occurrenceOf(c, c.req.param('id'));
    const wanted = { occurrenceId: occurrence.id, limit: mostInFile };
    const { answered } = await listRsvps(runtime, actor, wanted);
    const name = `meeting-${isoDay(occurrence.startsAt, occurrence.zone)}.csv`;
    c.header('Content-Disposition', `attachment; filename="${name}"`);
    return sendText(c, fileOf(visit, answered), 'text/csv');
  });

async function occurrenceOf({ var: { runtime, actor } }: Context<Web>, occurrenceId: string) {
  checkAllowed(mayListRsvps(actor));
  return found(await findOccurrence(runtime, actor, occurrenceId));
}

/** The same list, for a spreadsheet: numbers are numbers there, in Latin digits. */
function fileOf({ t, language }: Visit, answered: readonly Answered[]): string {
  const heads = (['who', 'organisation', 'answer', 'seats', 'companions', 'reach'] as const).map((column) =>
    t(`rsvp.list.${column}`),
  );
  const rows = answered.map(
    ({ name, personName, organisation, answer, seating, seats, companions, reach }) => [
      personName ? inLanguage(personName, language) : (name ?? ''),
      organisation ? inLanguage(organisation, language) : '',
      t(seating === 'waiting' ? 'rsvp.list.waiting' : `rsvp.${answer}`),
      answer === 'declined' ? '' : seats,
      companions?.replaceAll('\n', ', ') ?? '',
      reach?.channel === 'sms' ? showPhone(reach.address) : (reach?.address ?? ''),
    ],
  );
  return csvOf([heads, ...rows]);
}
