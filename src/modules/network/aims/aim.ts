import type { LocalText } from '#src/kernel/local-text.ts';

export type Aim = { readonly text: LocalText };
