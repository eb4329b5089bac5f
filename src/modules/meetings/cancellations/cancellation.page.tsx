import { Crumbs } from '#src/web/components/crumbs/crumbs.tsx';
import { LocalField, Tick } from '#src/web/components/fields/fields.tsx';
import { Form } from '#src/web/components/form/form.tsx';
import { Local } from '#src/web/components/local/local.tsx';
import { Page } from '#src/web/components/page/page.tsx';
import type { FormOf } from '#src/web/form/form-state.ts';
import type { Visit } from '#src/web/visit.ts';
import type { Occurrence } from '../occurrences/occurrence.ts';
import { OccurrenceFacts } from '../occurrences/occurrence-card.page.tsx';
import type { cancellationForm, undoForm } from './cancellation.form.ts';

type Props = { visit: Visit; occurrence: Occurrence; form: FormOf<typeof cancellationForm> };

export function CancellationPage({ visit, occurrence, form }: Props) {
  const { t, to } = visit;
  const back = to(`/occurrences/${occurrence.id}`);
  return (
    <Page
      visit={visit}
      title={t('cancellation.title')}
      above={
        <Crumbs visit={visit} way={[{ href: back, label: <Local visit={visit} text={occurrence.name} /> }]} />
      }
    >
      <OccurrenceFacts visit={visit} occurrence={occurrence} />
      <p class="lead">
        {t('cancellation.lead', { people: occurrence.seatsTaken + occurrence.seatsWaiting })}
      </p>
      <Form
        visit={visit}
        form={form}
        submitLabel={t('cancellation.cancel')}
        tone="danger"
        cancel={{ href: back, label: t('cancellation.keep') }}
      >
        <LocalField
          form={form}
          name="reason"
          label={t('cancellation.reason')}
          labels={{ km: t('form.in-km'), en: t('form.in-en') }}
          rows={2}
        />
      </Form>
    </Page>
  );
}

type UndoProps = { visit: Visit; occurrence: Occurrence; form: FormOf<typeof undoForm> };

export function UndoPage({ visit, occurrence, form }: UndoProps) {
  const { t, to } = visit;
  const back = to(`/occurrences/${occurrence.id}`);
  return (
    <Page
      visit={visit}
      title={t('cancellation.undo.title')}
      above={
        <Crumbs visit={visit} way={[{ href: back, label: <Local visit={visit} text={occurrence.name} /> }]} />
      }
    >
      <OccurrenceFacts visit={visit} occurrence={occurrence} />
      <p class="lead">{t('cancellation.undo.lead')}</p>
      <Form
        visit={visit}
        form={form}
        submitLabel={t('cancellation.undo')}
        cancel={{ href: back, label: t('cancellation.undo.keep') }}
      >
        <Tick form={form} name="tellPeople" label={t('cancellation.undo.tell')} />
      </Form>
    </Page>
  );
}
