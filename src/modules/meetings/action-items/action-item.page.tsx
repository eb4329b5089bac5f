import { isoDay, sayDay } from '#src/kernel/khmer/dates.ts';
import type { LocalText } from '#src/kernel/local-text.ts';
import { networkZone } from '#src/kernel/zone.ts';
import { ActionButton } from '#src/web/components/button/button.tsx';
import { Local } from '#src/web/components/local/local.tsx';
import { Tag } from '#src/web/components/tag/tag.tsx';
import type { Visit } from '#src/web/visit.ts';

type State = { readonly dueOn: string; readonly closedAt: Date | null };

export function ActionItemState({ visit: { t, now }, item }: { visit: Visit; item: State }) {
  if (item.closedAt) return <Tag tone="open">{t('action-item.closed')}</Tag>;
  if (item.dueOn < isoDay(now, networkZone)) return <Tag tone="attention">{t('action-item.overdue')}</Tag>;
  return <Tag tone="quiet">{t('action-item.open')}</Tag>;
}

export type ActionItemRow = State & {
  readonly id: string;
  readonly text: LocalText;
  readonly ownerName: LocalText;
  readonly meeting?: LocalText | undefined;
  readonly minutesId?: string | undefined;
};

type Props = { visit: Visit; items: readonly ActionItemRow[] };

/** What is to do, with the button that says it is done. */
export const ActionItemList = ({ visit, items }: Props) => (
  <ul class="stack">
    {items.map((item) => (
      <li class="card" key={item.id}>
        <p>
          <b>
            <Local visit={visit} text={item.text} />
          </b>
        </p>
        <p class="soft">
          {visit.t('action-item.owner-due', {
            owner: item.ownerName,
            due: sayDay(item.dueOn, visit.language),
          })}
          {item.meeting && <Meeting visit={visit} meeting={item.meeting} minutesId={item.minutesId} />}
        </p>
        <div class="tags">
          <ActionItemState visit={visit} item={item} />
          <ActionItemButton visit={visit} item={item} />
        </div>
      </li>
    ))}
  </ul>
);

type MeetingProps = { visit: Visit; meeting: LocalText; minutesId: string | undefined };

const Meeting = ({ visit, meeting, minutesId }: MeetingProps) => {
  const name = <Local visit={visit} text={meeting} />;
  return (
    <>
      {' · '}
      {minutesId ? <a href={visit.to(`/minutes/${minutesId}`)}>{name}</a> : name}
    </>
  );
};

/** Says that it is done, or that it is not done yet. */
export const ActionItemButton = ({
  visit,
  item,
}: {
  visit: Visit;
  item: State & { readonly id: string };
}) => (
  <ActionButton
    visit={visit}
    action={visit.to(`/action-items/${item.id}/${item.closedAt ? 'reopening' : 'closing'}`)}
    label={visit.t(item.closedAt ? 'action-item.reopen' : 'action-item.close')}
    {...(!item.closedAt && { icon: 'check' as const })}
  />
);
