import type { Language } from '#src/kernel/local-text.ts';

/** What somebody wrote to the network. */
export type ContactMessage = {
  readonly id: string;
  readonly name: string;
  /** A phone number as E.164, or an e-mail address. */
  readonly replyTo: string;
  readonly body: string;
  readonly language: Language;
  readonly receivedAt: Date;
  readonly answeredAt: Date | null;
};
