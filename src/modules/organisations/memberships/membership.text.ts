import { defineText } from '#src/kernel/text.ts';

export const membershipText = defineText({
  'membership.standing': 'Standing',
  'membership.title': 'Standing of {name}',
  'membership.lead': 'What it is in the network, and since when. Earlier standings stay in the history.',
  'membership.begin': 'A new standing begins',
  'membership.standing.required': 'Choose the standing.',
  'membership.since': 'Since',
  'membership.since.wrong': 'Write the day it begins, as 2026-11-22.',
  'membership.since.too-early': 'It has to begin after the standing before it began.',
  'membership.save': 'Save the standing',
  'membership.saved': 'The standing is saved.',
  'membership.end': 'It leaves the network',
  'membership.until.short': 'Until',
  'membership.until': 'First day it is no longer in the network',
  'membership.until.wrong': 'Write the day, as 2026-11-22.',
  'membership.until.too-early': 'It cannot leave before it came.',
  'membership.end.save': 'End the standing',
  'membership.ended': 'The standing has ended. It stays in the history.',
  'membership.undo': 'Take back the last one',
  'membership.undo.ask':
    'The last standing is taken away, and the one before goes on. To have it again, write it down again.',
  'membership.undone': 'Taken back, as if it had not been written down.',
});

declare module '#src/kernel/text.ts' {
  interface Texts extends Record<keyof typeof membershipText, string> {}
}
