import { event } from '#src/kernel/event.ts';

export const contactMessageReceived = event<{ contactMessageId: string }>('network.contactMessageReceived');
