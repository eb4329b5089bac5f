import type { ComponentChildren } from 'preact';
import { Icon } from '../icon/icon.tsx';

type Props = { tone: 'done' | 'attention' | 'quiet'; title?: string; children?: ComponentChildren };

/** Says what happened, or what needs a person. `done` is read out when the page opens. */
export const Notice = ({ tone, title, children }: Props) => (
  <div class={`notice notice-${tone}`} {...(tone === 'done' && { role: 'status' })}>
    <Icon name={tone === 'done' ? 'check' : 'attention'} />
    <div>
      {title && <p class="notice-title">{title}</p>}
      {children}
    </div>
  </div>
);
