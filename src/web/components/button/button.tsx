import type { ComponentChildren } from 'preact';
import type { Visit } from '../../visit.ts';
import { Icon, type IconName } from '../icon/icon.tsx';

type Tone = 'main' | 'plain' | 'danger';

/** A way on that looks like the choice it is. */
export const ButtonLink = ({
  href,
  about,
  tone = 'plain',
  icon,
  children,
}: {
  href: string;
  /** Which of several such links it is, for those who cannot see what it stands beside. */
  about?: string | undefined;
  tone?: Tone;
  icon?: IconName;
  children: ComponentChildren;
}) => (
  <a class={`button button-${tone}`} href={href}>
    {icon && <Icon name={icon} />}
    {children}
    {about && <span class="unseen"> {about}</span>}
  </a>
);

type ActionProps = {
  visit: Visit;
  action: string;
  label: string;
  /** Which of several such buttons it is, for those who cannot see what it stands beside. */
  about?: string | undefined;
  tone?: Tone;
  icon?: IconName;
  fields?: Readonly<Record<string, string | readonly string[]>>;
};

/** An act that needs one button and no typing: a form, so it works without script and never runs on a GET. */
export const ActionButton = ({
  visit,
  action,
  label,
  about,
  tone = 'plain',
  icon,
  fields = {},
}: ActionProps) => (
  <form class="action" method="post" action={action}>
    <input type="hidden" name="csrf" value={visit.csrfToken()} />
    {Object.entries(fields).flatMap(([name, values]) =>
      [values].flat().map((value) => <input key={name} type="hidden" name={name} value={value} />),
    )}
    <button class={`button button-${tone}`} type="submit">
      {icon && <Icon name={icon} />}
      {label}
      {about && <span class="unseen"> {about}</span>}
    </button>
  </form>
);

/** An act that is hard to take back, behind one more tap that says what it does. */
export const AskFirst = ({
  question,
  ...action
}: Omit<ActionProps, 'tone' | 'icon'> & { question: string }) => (
  <details class="ask-first">
    <summary>{action.label}</summary>
    <p>{question}</p>
    <ActionButton {...action} tone="danger" />
  </details>
);

export const Buttons = ({ children }: { children: ComponentChildren }) => (
  <div class="buttons">{children}</div>
);
