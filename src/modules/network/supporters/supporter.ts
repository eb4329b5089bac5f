import type { LocalText } from '#src/kernel/local-text.ts';

/** Whoever gives the network money, rooms or time; it need not be an organisation of the directory. */
export type Supporter = {
  readonly name: LocalText;
  readonly text?: LocalText | undefined;
  readonly website?: string | undefined;
  readonly sinceYear?: number | undefined;
  readonly untilYear?: number | undefined;
};
