import type { LocalText } from '#src/kernel/local-text.ts';

/** A number the network quotes. It says where it comes from, or it is not quoted. */
export type Figure = {
  /** As it is read aloud, such as "67.5 %". */
  readonly value: LocalText;
  readonly label: LocalText;
  readonly source: LocalText;
  readonly sourceUrl?: string | undefined;
  /** Shown on the front page, not only under About. */
  readonly isMain: boolean;
};
