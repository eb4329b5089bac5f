import type { Channel } from '#src/modules/messaging/index.ts';

/** Stands in for every provider: whatever is sent has arrived, and can be read and answered under /dev/outbox. */
export const simulator: Channel = {
  carries: ['email', 'sms'],
  send: async ({ messageId }) => ({ state: 'delivered', providerId: `simulator ${messageId}` }),
};
