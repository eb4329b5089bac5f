import { defineText } from '#src/kernel/text.ts';

export const minutesText = defineText({
  'minutes.title': 'Minutes',
  'minutes.read': 'Read the minutes',
  'minutes.write': 'Write the minutes',
  'minutes.edit': 'Change the minutes',
  'minutes.of': 'Minutes: {name}',
  'minutes.description': 'What was said and decided at {name}.',
  'minutes.lead':
    'In Khmer, in English, or in both. Save as often as you like; others read it once you publish.',
  'minutes.body': 'What was said',
  'minutes.body.hint':
    'Headings begin with ##, list items with a hyphen, and an empty line begins a paragraph.',
  'minutes.attended': 'How many people were there',
  'minutes.attended.wrong': 'Write the number of people with digits, like 24.',
  'minutes.attended.says': '{count, plural, one {# person was there.} other {# people were there.}}',
  'minutes.decisions': 'Decisions',
  'minutes.decision': 'Decision {number, number}',
  'minutes.decision.more': 'One more decision',
  'minutes.action-items': 'Action items',
  'minutes.action-item': 'Action item {number, number}',
  'minutes.action-item.more': 'One more action item',
  'minutes.text': 'In one sentence',
  'minutes.text.required': 'Write it in one sentence, or leave the whole row empty.',
  'minutes.owner': 'Who takes it on',
  'minutes.owner.hint':
    'Whoever is not shown on the page of their organisation stands there by name only for people of the network; others read the organisation.',
  'minutes.owner.coordinator': '{name} (coordinator)',
  'minutes.owner.required': 'Choose who takes it on.',
  'minutes.due': 'Until when',
  'minutes.due.required': 'Write until which day it should be done, as 2026-11-22.',
  'minutes.save': 'Keep as a draft',
  'minutes.save.published': 'Save the minutes',
  'minutes.publish': 'Publish',
  'minutes.saved': 'Saved. Only those who write the minutes see them so far.',
  'minutes.published': 'The minutes are published. Whoever may see the meeting can read them.',
  'minutes.empty':
    'There is nothing to read yet. Write what was said, or a decision, or an action item, and publish then.',
  'minutes.take-back': 'Take back',
  'minutes.take-back.title': 'Take these minutes back?',
  'minutes.take-back.lead':
    'They become a draft again: nobody but those who write them can read them, and their action items wait. You can publish them again.',
  'minutes.take-back.keep': 'No, they stay published',
  'minutes.taken-back': 'The minutes are a draft again. Only those who write the minutes see them.',
  'minutes.draft': 'Draft: not published yet',
  'minutes.changed-meanwhile':
    'Somebody else has saved these minutes meanwhile. Your words are still here: open the minutes in another tab, bring both together, and save again.',
  'minutes.none': 'No words were written down.',
  'minutes.published-on': 'Published {when}',
  'action-item.owner-due': '{owner}, until {due}',
  'action-item.network': 'The network',
  'action-item.closed': 'Done',
  'action-item.overdue': 'Overdue',
  'action-item.open': 'Open',
  'action-item.close': 'It is done',
  'action-item.reopen': 'It is not done yet',
  'action-item.closed.said': 'Well done. The action item is closed.',
  'action-item.reopened.said': 'The action item is open again.',
});

declare module '#src/kernel/text.ts' {
  interface Texts extends Record<keyof typeof minutesText, string> {}
}
