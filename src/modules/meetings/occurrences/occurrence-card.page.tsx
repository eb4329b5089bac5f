import { isoDay, sayDate, sayTimeRange } from '#src/kernel/khmer/dates.ts';
import { hasText } from '#src/kernel/local-text.ts';
import { Day } from '#src/web/components/day/day.tsx';
import { Fact, Facts } from '#src/web/components/facts/facts.tsx';
import { Local } from '#src/web/components/local/local.tsx';
import { Tag } from '#src/web/components/tag/tag.tsx';
import type { Visit } from '#src/web/visit.ts';
import type { Occurrence } from './occurrence.ts';

type Props = { visit: Visit; occurrence: Occurrence };

/** A meeting in a list: the day as a leaf, and beside it what one decides by. */
export function OccurrenceCard({ visit, occurrence }: Props) {
  const { to, now } = visit;
  const tone = occurrence.isCancelled ? 'cancelled' : occurrence.endsAt < now ? 'past' : 'plain';
  return (
    <article class="meeting">
      <Day visit={visit} at={occurrence.startsAt} zone={occurrence.zone} tone={tone} />
      <div>
        <h3>
          <a href={to(`/occurrences/${occurrence.id}`)}>
            <Local visit={visit} text={occurrence.name} />
          </a>
        </h3>
        <OccurrenceFacts visit={visit} occurrence={occurrence} hasLeaf />
        <OccurrenceTags visit={visit} occurrence={occurrence} />
      </div>
    </article>
  );
}

/** When and where, as far as this visitor may know. Beside a leaf that shows the day, the day is only read aloud. */
export const OccurrenceFacts = ({ visit, occurrence, hasLeaf = false }: Props & { hasLeaf?: boolean }) => {
  const { t, language, now } = visit;
  const { startsAt, endsAt, zone, place, host } = occurrence;
  const isThisYear = isoDay(startsAt, zone).slice(0, 4) === isoDay(now, zone).slice(0, 4);
  return (
    <Facts>
      <Fact icon="clock" label={t('occurrence.when')}>
        <time datetime={startsAt.toISOString()}>
          <span class={hasLeaf && isThisYear ? 'unseen' : undefined}>
            {sayDate(startsAt, language, zone)},{' '}
          </span>
          {sayTimeRange(startsAt, endsAt, language, zone)}
        </time>
      </Fact>
      {place && hasText(place) && (
        <Fact icon="place" label={t('occurrence.where')}>
          <Local visit={visit} text={place} />
        </Fact>
      )}
      {host && (
        <Fact icon="people" label={t('occurrence.host')}>
          <Local visit={visit} text={host} />
        </Fact>
      )}
    </Facts>
  );
};

export const OccurrenceTags = ({ visit: { t, now }, occurrence }: Props) => {
  const { isCancelled, openTo, minutesId, endsAt } = occurrence;
  return (
    <p class="tags">
      {isCancelled && <Tag tone="stop">{t('occurrence.cancelled')}</Tag>}
      {!isCancelled && endsAt >= now && (
        <Tag tone={openTo === 'public' ? 'open' : 'members'}>{t(`open-to.${openTo}`)}</Tag>
      )}
      {minutesId && <Tag tone="open">{t('minutes.title')}</Tag>}
    </p>
  );
};
