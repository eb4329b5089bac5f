import { inLanguage, type LocalText } from '#src/kernel/local-text.ts';
import {
  ActionItemList,
  type Occurrence,
  OccurrenceList,
  type OpenActionItem,
} from '#src/modules/meetings/index.ts';
import { ButtonLink } from '#src/web/components/button/button.tsx';
import { Section } from '#src/web/components/card/card.tsx';
import { Empty } from '#src/web/components/empty/empty.tsx';
import { Local } from '#src/web/components/local/local.tsx';
import { Page } from '#src/web/components/page/page.tsx';
import type { Visit } from '#src/web/visit.ts';

export type OwnOrganisation = {
  readonly id: string;
  readonly name: LocalText;
  readonly slug: string;
  readonly isRepresentative: boolean;
};

type Props = {
  visit: Visit;
  occurrences: readonly Occurrence[];
  actionItems: readonly OpenActionItem[];
  organisations: readonly OwnOrganisation[];
};

export function StartPage({ visit, occurrences, actionItems, organisations }: Props) {
  const { t, to, language } = visit;
  const name = visit.signedInAs ? inLanguage(visit.signedInAs, language) : '';
  return (
    <Page visit={visit} title={t('start.hello', { name })}>
      <Section title={t('start.action-items')}>
        {actionItems.length === 0 ? (
          <Empty text={t('start.action-items.none')} />
        ) : (
          <ActionItemList visit={visit} items={actionItems} />
        )}
      </Section>
      <Section title={t('start.meetings')} more={{ href: to('/meetings'), label: t('home.all-meetings') }}>
        {occurrences.length === 0 ? (
          <Empty text={t('start.meetings.none')} />
        ) : (
          <OccurrenceList visit={visit} occurrences={occurrences} />
        )}
      </Section>
      {organisations.length > 0 && <Organisations visit={visit} organisations={organisations} />}
    </Page>
  );
}

const Organisations = ({ visit, organisations }: Pick<Props, 'visit' | 'organisations'>) => {
  const { t, to } = visit;
  return (
    <Section title={t('start.organisations')}>
      <ul class="stack">
        {organisations.map(({ id, name, slug, isRepresentative }) => (
          <li class="card" key={id}>
            <a href={to(`/organisations/${slug}`)}>
              <b>
                <Local visit={visit} text={name} />
              </b>
            </a>
            {isRepresentative && (
              <div class="buttons">
                <ButtonLink href={to(`/organisations/${slug}/edit`)} icon="pencil">
                  {t('start.edit')}
                </ButtonLink>
                <ButtonLink href={`${to('/invitations/new')}?organisation=${id}`} icon="mail">
                  {t('start.invite')}
                </ButtonLink>
              </div>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
};
