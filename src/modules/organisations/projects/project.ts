import type { LocalText } from '#src/kernel/local-text.ts';

/** What an organisation does or did, as a plain line on its page. */
export type Project = {
  readonly id: string;
  readonly name: LocalText;
  readonly summary: LocalText;
  readonly website: string | null;
  readonly sinceYear: number | null;
  readonly untilYear: number | null;
};
