import type { ComponentChildren } from 'preact';

type Props = { title?: ComponentChildren; tone?: 'plain' | 'main'; children: ComponentChildren };

export const Card = ({ title, tone = 'plain', children }: Props) => (
  <section class={`card card-${tone}`}>
    {title && <h2 class="card-title">{title}</h2>}
    {children}
  </section>
);

/** A part of a page under its own heading, with an optional way on beside it. */
export const Section = ({
  title,
  more,
  children,
}: {
  title: string;
  more?: { href: string; label: string } | undefined;
  children: ComponentChildren;
}) => (
  <section class="section">
    <div class="section-head">
      <h2>{title}</h2>
      {more && <a href={more.href}>{more.label}</a>}
    </div>
    {children}
  </section>
);
