import type { LocalText } from '#src/kernel/local-text.ts';

/** What the network does again and again. */
export type Activity = { readonly name: LocalText; readonly text?: LocalText | undefined };
