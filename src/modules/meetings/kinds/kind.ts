import type { LocalText } from '#src/kernel/local-text.ts';

/** What sort of meeting, in the network's own words. */
export type Kind = { readonly id: string; readonly name: LocalText };
