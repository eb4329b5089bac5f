import { defineText } from '#src/kernel/text.ts';

export const cancellationText = defineText({
  'cancellation.cancel': 'Cancel this meeting',
  'cancellation.title': 'Cancel this meeting?',
  'cancellation.lead':
    '{people, plural, =0 {Nobody has said yes yet.} one {# person has said yes and is told.} other {# people have said yes and are told.}} Who said maybe, or was asked and has not answered, is told too. All answers stay, in case it takes place after all.',
  'cancellation.reason': 'Why, in a sentence (not needed)',
  'cancellation.keep': 'No, it takes place',
  'cancellation.done': 'The meeting is cancelled, and those who answered or were asked are told.',
  'cancellation.told': '{name}, {when}, is cancelled. More about it: {link}',
  'cancellation.undo': 'It takes place after all',
  'cancellation.undo.title': 'Does this meeting take place after all?',
  'cancellation.undo.lead': 'All answers are still there, and people can answer again.',
  'cancellation.undo.tell': 'Tell everybody who answered or was asked',
  'cancellation.undo.keep': 'No, it stays cancelled',
  'cancellation.undone': 'The meeting takes place again. All answers are still there.',
  'cancellation.undone.told':
    'The meeting takes place again. All answers are still there, and those who answered or were asked are told.',
  'cancellation.told-undone':
    '{name}, {when}, takes place after all. {where} To answer, or to change your answer: {link}',
});

declare module '#src/kernel/text.ts' {
  interface Texts extends Record<keyof typeof cancellationText, string> {}
}
