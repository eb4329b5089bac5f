import type { ChannelName } from '../addresses/address.ts';

/** One attempt to pass one message on. */
export type Attempt = {
  readonly messageId: string;
  readonly channel: ChannelName;
  readonly address: string;
  /** For channels that show one, such as e-mail. */
  readonly subject: string;
  readonly body: string;
};

/** What the far end said of an attempt. `unknown`: it may or may not have gone, so it is not tried again. */
export type AttemptResult =
  | { readonly state: 'accepted' | 'sent' | 'delivered'; readonly providerId: string }
  | { readonly state: 'failed'; readonly problem: string; readonly isPassing: boolean }
  | { readonly state: 'unknown'; readonly problem: string };

/** A way out. An adapter in `channels/` implements it; composition.ts gives each channel name to one. */
export type Channel = {
  readonly carries: readonly ChannelName[];
  send(attempt: Attempt): Promise<AttemptResult>;
};
