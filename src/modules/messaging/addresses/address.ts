import type { Language } from '#src/kernel/local-text.ts';

export const channelNames = ['email', 'sms'] as const;
export type ChannelName = (typeof channelNames)[number];

/** Where on a channel: an e-mail address, or a telephone number in E.164. */
export type Reach = { readonly channel: ChannelName; readonly address: string };

/** One address we write to, in the language its owner reads. */
export type Addressee = Reach & { readonly addressId: string; readonly language: Language };
