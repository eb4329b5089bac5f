import { defineText } from '#src/kernel/text.ts';

export const cancellationText = defineText({
  'cancellation.cancel': 'Cancel this meeting',
  'cancellation.title': 'Cancel this meeting?',
  'cancellation.lead':
    '{people, plural, =0 {Nobody has said yes yet.} one {# person has said yes and is told.} other {# people have said yes and are told.}} All answers stay, in case it takes place after all.',
  'cancellation.reason': 'Why, in a sentence (not needed)',
  'cancellation.keep': 'No, it takes place',
  'cancellation.done': 'The meeting is cancelled, and those who answered are told.',
  'cancellation.undo': 'It takes place after all',
  'cancellation.undone':
    'The meeting takes place again. All answers are still there; please tell people yourself.',
});

declare module '#src/kernel/text.ts' {
  interface Texts extends Record<keyof typeof cancellationText, string> {}
}
