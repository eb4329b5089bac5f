import type { LocalText } from '#src/kernel/local-text.ts';

/** What the network says of itself in running text. */
export type Story = {
  readonly name: LocalText;
  /** The first words of the front page. */
  readonly tagline?: LocalText | undefined;
  /** A sentence or two beneath them. */
  readonly lead?: LocalText | undefined;
  /** How it began and what became of it; Markdown. */
  readonly story?: LocalText | undefined;
  readonly website?: string | undefined;
  readonly street?: LocalText | undefined;
};

export type Network = Story & { readonly id: string; readonly storyHtml: LocalText };
