import { hasText, inLanguage } from '#src/kernel/local-text.ts';
import { ButtonLink, Buttons } from '#src/web/components/button/button.tsx';
import { Section } from '#src/web/components/card/card.tsx';
import { Crumbs } from '#src/web/components/crumbs/crumbs.tsx';
import { Day } from '#src/web/components/day/day.tsx';
import { Details } from '#src/web/components/facts/facts.tsx';
import { JsonLd } from '#src/web/components/json-ld/json-ld.tsx';
import { Local } from '#src/web/components/local/local.tsx';
import { Notice } from '#src/web/components/notice/notice.tsx';
import { Page } from '#src/web/components/page/page.tsx';
import { Prose } from '#src/web/components/prose/prose.tsx';
import { Share } from '#src/web/components/share/share.tsx';
import { safeUrl } from '#src/web/safe-url.ts';
import type { Visit } from '#src/web/visit.ts';
import { Answering } from '../rsvps/answering.page.tsx';
import type { Rsvp } from '../rsvps/rsvp.ts';
import type { Series } from '../series/series.ts';
import type { Occurrence } from './occurrence.ts';
import { OccurrenceFacts, OccurrenceTags } from './occurrence-card.page.tsx';
import { schemaOrg } from './schema-org.ts';

type Props = {
  visit: Visit;
  occurrence: Occurrence;
  series: Series | undefined;
  saved: Rsvp | undefined;
  answering: Parameters<typeof Answering>[0]['answering'];
  may: { plan: boolean; invite: boolean; writeMinutes: boolean };
};

export function OccurrencePage(props: Props) {
  const { visit, occurrence, series } = props;
  const { t, to, byLink, language } = visit;
  const name = inLanguage(occurrence.name, language);
  const way = [
    { href: to('/meetings'), label: t('meetings.title') },
    ...(series
      ? [{ href: to(`/series/${occurrence.seriesSlug}`), label: <Local visit={visit} text={series.name} /> }]
      : []),
  ];
  return (
    <Page
      visit={visit}
      title={name}
      description={t('occurrence.description', { name, kind: occurrence.kind })}
      above={<Crumbs visit={visit} way={way} />}
      hasOwnTitle
    >
      <Heading visit={visit} occurrence={occurrence} />
      {occurrence.isCancelled && (
        <Notice tone="attention" title={t('occurrence.cancelled.title')}>
          {occurrence.cancelledReason && hasText(occurrence.cancelledReason) && (
            <p>
              <Local visit={visit} text={occurrence.cancelledReason} />
            </p>
          )}
        </Notice>
      )}
      {!occurrence.isVisible && <Hidden visit={visit} />}
      {occurrence.minutesId && (
        <Buttons>
          <ButtonLink href={byLink(to(`/minutes/${occurrence.minutesId}`))} icon="minutes" tone="main">
            {t('minutes.read')}
          </ButtonLink>
        </Buttons>
      )}
      <Answering {...props} />
      <About {...props} />
      <Manage {...props} />
      <Share visit={visit} title={name} path={`/occurrences/${occurrence.id}`} />
      {occurrence.visibleTo === 'public' && (
        <JsonLd data={schemaOrg(occurrence, visit.site.baseUrl + to(`/occurrences/${occurrence.id}`))} />
      )}
    </Page>
  );
}

const Heading = ({ visit, occurrence }: Pick<Props, 'visit' | 'occurrence'>) => (
  <div class="meeting meeting-head">
    <Day visit={visit} at={occurrence.startsAt} zone={occurrence.zone} />
    <div>
      <h1>
        <Local visit={visit} text={occurrence.name} />
      </h1>
      <OccurrenceFacts visit={visit} occurrence={occurrence} />
      <OccurrenceTags visit={visit} occurrence={occurrence} />
    </div>
  </div>
);

const Hidden = ({ visit }: { visit: Visit }) => (
  <>
    <p>{visit.t('occurrence.hidden')}</p>
    <Buttons>
      {!visit.signedInAs && (
        <ButtonLink href={`${visit.to('/sign-in')}?next=${encodeURIComponent(visit.here)}`} tone="main">
          {visit.t('nav.sign-in')}
        </ButtonLink>
      )}
      <ButtonLink href={visit.to('/contact')}>{visit.t('nav.contact')}</ButtonLink>
    </Buttons>
  </>
);

/** The way into the call is for those who said they come, and for those who prepare it. */
function About({ visit, occurrence, series, saved, may }: Props) {
  const { t } = visit;
  const comes = may.plan || saved?.seating === 'seated';
  const call = comes ? safeUrl(occurrence.callLink) : undefined;
  const rows = [
    ...(call ? [[t('occurrence.call'), <a href={call}>{call}</a>] as const] : []),
    ...(comes && occurrence.dialIn ? [[t('occurrence.dial-in'), occurrence.dialIn] as const] : []),
  ];
  const hasCall = !comes && (occurrence.callLink !== null || occurrence.dialIn !== null);
  return (
    <>
      {rows.length > 0 && <Details rows={rows} />}
      {hasCall && <p class="soft">{t('occurrence.call.after-answer')}</p>}
      {occurrence.note && hasText(occurrence.note) && (
        <p class="typed">
          <Local visit={visit} text={occurrence.note} />
        </p>
      )}
      {series && hasText(series.aboutHtml) && (
        <Section title={t('series.about')}>
          <Prose visit={visit} html={series.aboutHtml} />
        </Section>
      )}
    </>
  );
}

function Manage({ visit, occurrence, may }: Props) {
  const { t, to, now } = visit;
  if (!may.plan && !may.invite && !may.writeMinutes) return null;
  const path = to(`/occurrences/${occurrence.id}`);
  return (
    <Section title={t('occurrence.manage')}>
      <div class="buttons">
        {may.invite && !occurrence.isCancelled && occurrence.endsAt >= now && (
          <ButtonLink href={`${path}/invitations`} icon="mail" tone="main">
            {t('invitation.invite')}
          </ButtonLink>
        )}
        {may.plan && (
          <ButtonLink href={`${path}/rsvps`} icon="people">
            {t('rsvp.list')}
          </ButtonLink>
        )}
        {may.writeMinutes && !occurrence.isCancelled && (
          <ButtonLink href={`${path}/minutes`} icon="minutes">
            {t('minutes.write')}
          </ButtonLink>
        )}
        {may.plan && (
          <ButtonLink href={`${path}/edit`} icon="pencil">
            {t('occurrence.edit')}
          </ButtonLink>
        )}
        {may.plan && !occurrence.isCancelled && (
          <ButtonLink href={`${path}/cancellation`} tone="danger">
            {t('cancellation.cancel')}
          </ButtonLink>
        )}
        {may.plan && occurrence.isCancelled && (
          <ButtonLink href={`${path}/cancellation/undo`}>{t('cancellation.undo')}</ButtonLink>
        )}
      </div>
    </Section>
  );
}
