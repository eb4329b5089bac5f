import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from '../icon/icon.tsx';

/** Short facts, each with a picture and a word for it, such as when, where and for whom. */
export const Facts = ({ children }: { children: ComponentChildren }) => <dl class="facts">{children}</dl>;

type Props = { icon: IconName; label: string; children: ComponentChildren };

export const Fact = ({ icon, label, children }: Props) => (
  <div>
    <dt>
      <Icon name={icon} />
      <span class="unseen">{label}</span>
    </dt>
    <dd>{children}</dd>
  </div>
);

/** A list of named values, one under the other. */
export const Details = ({ rows }: { rows: readonly (readonly [string, ComponentChildren])[] }) => (
  <dl class="details">
    {rows.map(([name, value]) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);
