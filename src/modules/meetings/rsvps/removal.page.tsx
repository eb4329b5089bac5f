import { Crumbs } from '#src/web/components/crumbs/crumbs.tsx';
import { Form } from '#src/web/components/form/form.tsx';
import { Local } from '#src/web/components/local/local.tsx';
import { Page } from '#src/web/components/page/page.tsx';
import type { FormState } from '#src/web/form/form-state.ts';
import type { Visit } from '#src/web/visit.ts';
import type { Occurrence } from '../occurrences/occurrence.ts';
import { OccurrenceFacts } from '../occurrences/occurrence-card.page.tsx';
import { WhoAnswered } from './rsvp-list.page.tsx';
import type { Answered } from './rsvp-list.queries.ts';

type Props = { visit: Visit; occurrence: Occurrence; answered: Answered; form: FormState<never> };

export function RemovalPage({ visit, occurrence, answered, form }: Props) {
  const { t, to } = visit;
  const meeting = to(`/occurrences/${occurrence.id}`);
  const list = `${meeting}/rsvps`;
  return (
    <Page
      visit={visit}
      title={t('rsvp.remove.title')}
      above={
        <Crumbs
          visit={visit}
          way={[
            { href: meeting, label: <Local visit={visit} text={occurrence.name} /> },
            { href: list, label: t('rsvp.list') },
          ]}
        />
      }
    >
      <OccurrenceFacts visit={visit} occurrence={occurrence} />
      <p>
        <b>
          <WhoAnswered visit={visit} answered={answered} />
        </b>
      </p>
      <p class="lead">{t('rsvp.remove.lead')}</p>
      <Form
        visit={visit}
        form={form}
        submitLabel={t('rsvp.remove')}
        tone="danger"
        cancel={{ href: list, label: t('rsvp.remove.keep') }}
      >
        {null}
      </Form>
    </Page>
  );
}
