import { defineText } from '#src/kernel/text.ts';

export const simulatorText = defineText({
  'simulator.title': 'Simulated messages',
  'simulator.lead':
    'No e-mail or SMS leaves this machine yet. What would have gone out stands here, and you can answer as the person it went to.',
  'simulator.empty': 'No message has been sent yet. Invite somebody, or answer a meeting.',
  'simulator.conversation': 'Messages with {address}',
  'simulator.reply': 'Answer as {address}',
  'simulator.body.required': 'Write the answer, such as 1.',
  'simulator.send': 'Send this answer',
  'simulator.sent': 'The answer has come in.',
  'simulator.again': 'Some of this is still on its way: look again',
  'simulator.state': '{state}, {when}',
  'message-state.queued': 'Waits to be sent',
  'message-state.held': 'Held back',
  'message-state.claimed': 'Being sent',
  'message-state.accepted': 'Taken by the provider',
  'message-state.sent': 'Sent',
  'message-state.delivered': 'Delivered',
  'message-state.failed': 'Failed',
  'message-state.expired': 'Too late',
  'message-state.unknown': 'Unknown',
});

declare module '#src/kernel/text.ts' {
  interface Texts extends Record<keyof typeof simulatorText, string> {}
}
