type Props = { letters: string; tint: 1 | 2 | 3 | 4 };

/** Two letters on a tint stand for an organisation until it gives a logo. */
export const Mark = ({ letters, tint }: Props) => (
  <span class={`mark mark-${tint}`} aria-hidden="true">
    {letters}
  </span>
);
