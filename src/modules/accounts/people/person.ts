import type { Language, LocalText } from '#src/kernel/local-text.ts';

/** Somebody we know, with or without a sign-in. */
export type Person = {
  readonly id: string;
  readonly name: LocalText;
  /** What they read messages in. */
  readonly language: Language;
};
