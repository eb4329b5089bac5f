import type { Visit } from '../../visit.ts';

export type Choice = {
  readonly value: string;
  readonly label: string;
  readonly tone?: 'yes' | 'plain';
  /** What was chosen before. */
  readonly chosen?: boolean;
};

type Props = { visit: Visit; action: string; name: string; label: string; choices: readonly Choice[] };

/** One tap answers. The numbers are those of the same question by SMS and telephone. */
export const ChoiceButtons = ({ visit, action, name, label, choices }: Props) => (
  <form class="choices" method="post" action={action} aria-label={label}>
    <input type="hidden" name="csrf" value={visit.csrfToken()} />
    {choices.map((choice, place) => (
      <button
        key={choice.value}
        class={`choice ${choice.tone === 'yes' ? 'choice-yes' : ''} ${choice.chosen ? 'choice-chosen' : ''}`.trim()}
        type="submit"
        name={name}
        value={choice.value}
        {...(choice.chosen !== undefined && { 'aria-pressed': choice.chosen })}
      >
        <i aria-hidden="true" lang="en">
          {choice.chosen ? '✓' : place + 1}
        </i>
        {choice.label}
      </button>
    ))}
  </form>
);

type LinkProps = {
  label: string;
  choices: readonly { readonly href: string; readonly label: string; readonly tone?: 'yes' }[];
};

/** The same choices where answering takes another page: the number and the words are the same. */
export const ChoiceLinks = ({ label, choices }: LinkProps) =>
  choices.length === 0 ? null : (
    <nav class="choices" aria-label={label}>
      {choices.map((choice, place) => (
        <a
          key={choice.href}
          class={choice.tone === 'yes' ? 'choice choice-yes' : 'choice'}
          href={choice.href}
        >
          <i aria-hidden="true" lang="en">
            {place + 1}
          </i>
          {choice.label}
        </a>
      ))}
    </nav>
  );
