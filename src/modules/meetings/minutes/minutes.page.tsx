import { sayDate, sayDay } from '#src/kernel/khmer/dates.ts';
import { hasText, inLanguage } from '#src/kernel/local-text.ts';
import { networkZone } from '#src/kernel/zone.ts';
import { ButtonLink, Buttons } from '#src/web/components/button/button.tsx';
import { Section } from '#src/web/components/card/card.tsx';
import { Crumbs } from '#src/web/components/crumbs/crumbs.tsx';
import { Local } from '#src/web/components/local/local.tsx';
import { Page } from '#src/web/components/page/page.tsx';
import { Prose } from '#src/web/components/prose/prose.tsx';
import { Share } from '#src/web/components/share/share.tsx';
import { Tag } from '#src/web/components/tag/tag.tsx';
import type { Visit } from '#src/web/visit.ts';
import { ActionItemButton, ActionItemState } from '../action-items/action-item.page.tsx';
import type { Occurrence } from '../occurrences/occurrence.ts';
import { OccurrenceFacts } from '../occurrences/occurrence-card.page.tsx';
import type { ActionItem, Minutes } from './minutes.ts';

type Props = {
  visit: Visit;
  occurrence: Occurrence;
  minutes: Minutes;
  mayWrite: boolean;
  /** Which action items this visitor may close, and open again. */
  mayClose: (item: ActionItem) => boolean;
};

export function MinutesPage({ visit, occurrence, minutes, mayWrite, mayClose }: Props) {
  const { t, to, byLink, language } = visit;
  const name = inLanguage(occurrence.name, language);
  const back = byLink(to(`/occurrences/${occurrence.id}`));
  return (
    <Page
      visit={visit}
      title={t('minutes.of', { name })}
      description={t('minutes.description', { name })}
      above={
        <Crumbs visit={visit} way={[{ href: back, label: <Local visit={visit} text={occurrence.name} /> }]} />
      }
    >
      <OccurrenceFacts visit={visit} occurrence={occurrence} />
      <Publishing visit={visit} minutes={minutes} />
      {hasText(minutes.bodyHtml) ? (
        <Prose visit={visit} html={minutes.bodyHtml} />
      ) : (
        <p class="soft">{t('minutes.none')}</p>
      )}
      {minutes.decisions.length > 0 && <Decisions visit={visit} minutes={minutes} />}
      {minutes.actionItems.length > 0 && <ActionItems visit={visit} minutes={minutes} mayClose={mayClose} />}
      {mayWrite && (
        <Buttons>
          <ButtonLink href={`${back}/minutes`} icon="pencil">
            {t('minutes.edit')}
          </ButtonLink>
          {minutes.publishedAt && (
            <ButtonLink href={`${back}/minutes/withdrawal`} tone="danger">
              {t('minutes.take-back')}
            </ButtonLink>
          )}
        </Buttons>
      )}
      {minutes.publishedAt && (
        <Share visit={visit} title={t('minutes.of', { name })} path={`/minutes/${minutes.id}`} />
      )}
    </Page>
  );
}

const Publishing = ({ visit, minutes }: Pick<Props, 'visit' | 'minutes'>) => {
  const { t, language } = visit;
  if (!minutes.publishedAt) return <Tag tone="attention">{t('minutes.draft')}</Tag>;
  return (
    <p class="soft">
      {t('minutes.published-on', { when: sayDate(minutes.publishedAt, language, networkZone) })}
      {minutes.attended !== null && ` · ${t('minutes.attended.says', { count: minutes.attended })}`}
    </p>
  );
};

const Decisions = ({ visit, minutes }: Pick<Props, 'visit' | 'minutes'>) => (
  <Section title={visit.t('minutes.decisions')}>
    <ol class="aims">
      {minutes.decisions.map(({ id, text }, place) => (
        <li key={id}>
          <i aria-hidden="true">{visit.t('page.number', { number: place + 1 })}</i>
          <span>
            <Local visit={visit} text={text} />
          </span>
        </li>
      ))}
    </ol>
  </Section>
);

const ActionItems = ({ visit, minutes, mayClose }: Pick<Props, 'visit' | 'minutes' | 'mayClose'>) => (
  <Section title={visit.t('minutes.action-items')}>
    <ul class="stack">
      {minutes.actionItems.map((item) => (
        <li class="card" key={item.id}>
          <p>
            <Local visit={visit} text={item.text} />
          </p>
          <p class="soft">
            {visit.t('action-item.owner-due', {
              owner: hasText(item.ownerName) ? item.ownerName : visit.t('action-item.network'),
              due: sayDay(item.dueOn, visit.language),
            })}
          </p>
          <div class="tags">
            <ActionItemState visit={visit} item={item} />
            {minutes.publishedAt && mayClose(item) && <ActionItemButton visit={visit} item={item} />}
          </div>
        </li>
      ))}
    </ul>
  </Section>
);
