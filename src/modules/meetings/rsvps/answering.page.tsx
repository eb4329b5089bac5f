import { Section } from '#src/web/components/card/card.tsx';
import { ChoiceButtons, ChoiceLinks } from '#src/web/components/choice/choice.tsx';
import type { Visit } from '#src/web/visit.ts';
import type { Occurrence } from '../occurrences/occurrence.ts';
import { Seats } from './rsvp.page.tsx';
import { answers, type Rsvp } from './rsvp.ts';

type Props = {
  visit: Visit;
  occurrence: Occurrence;
  saved: Rsvp | undefined;
  /** Whoever is known answers with one tap, whoever has to say a name on the form, others not at all. */
  answering: 'tap' | 'form' | 'no';
};

/** The question of a meeting on its own page: the choices where one tap is enough, else the way to the form. */
export function Answering({ visit, occurrence, saved, answering }: Props) {
  const { t, to, byLink, now } = visit;
  if (!occurrence.isVisible || occurrence.isCancelled || occurrence.endsAt < now) return null;
  const path = to(`/occurrences/${occurrence.id}/rsvp`);
  if (now >= occurrence.rsvpClosesAt) return <p class="soft">{t('rsvp.closed')}</p>;
  return (
    <Section title={t('rsvp.answer')}>
      {!saved?.seating && <Seats visit={visit} occurrence={occurrence} />}
      {saved && <SavedLine visit={visit} saved={saved} />}
      {answering === 'tap' && (
        <>
          <ChoiceButtons
            visit={visit}
            action={path}
            name="answer"
            label={t('rsvp.answer')}
            choices={answers.map((answer) => ({
              value: answer,
              label: t(`rsvp.${answer}`),
              tone: answer === 'accepted' ? 'yes' : 'plain',
              chosen: saved?.answer === answer,
            }))}
          />
          <p>
            <a href={path}>{t('rsvp.more')}</a>
          </p>
        </>
      )}
      {answering === 'form' && (
        <ChoiceLinks
          label={t('rsvp.answer')}
          choices={answers.map((answer) => ({
            href: byLink(`${path}?answer=${answer}`),
            label: t(`rsvp.${answer}`),
            ...(answer === 'accepted' && { tone: 'yes' as const }),
          }))}
        />
      )}
      {answering === 'no' && (
        <p>
          <a href={byLink(path)}>{t('rsvp.how')}</a>
        </p>
      )}
    </Section>
  );
}

const SavedLine = ({ visit: { t }, saved }: { visit: Visit; saved: Rsvp }) => (
  <p class="answered">
    {t(saved.seating === 'waiting' ? 'rsvp.saved.waiting' : `rsvp.saved.${saved.answer}`, {
      seats: saved.seats,
    })}
  </p>
);
