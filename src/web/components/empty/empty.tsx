import type { ComponentChildren } from 'preact';

type Props = { text: string; children?: ComponentChildren };

/** An empty place says what will be here, and offers the next step. */
export const Empty = ({ text, children }: Props) => (
  <div class="empty">
    <p>{text}</p>
    {children}
  </div>
);
