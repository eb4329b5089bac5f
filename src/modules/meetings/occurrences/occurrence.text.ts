import { defineText } from '#src/kernel/text.ts';

export const occurrenceText = defineText({
  'nav.meetings': 'Meetings',
  'meetings.title': 'Meetings',
  'meetings.description': 'The meetings of the network: when, where, and for whom.',
  'meetings.lead': 'When we meet, where, and for whom.',
  'meetings.upcoming': 'Coming',
  'meetings.past': 'Past',
  'meetings.upcoming.empty': 'No meeting is planned yet. When one is, its day and place will stand here.',
  'meetings.past.empty': 'No meeting has taken place yet. Their minutes will stand here.',
  'open-to.public': 'Open to everybody',
  'open-to.accounts': 'For everybody with an account',
  'open-to.members': 'For members',
  'open-to.partners': 'For partners',
  'occurrence.when': 'When',
  'occurrence.where': 'Where',
  'occurrence.host': 'Host',
  'occurrence.description': '{name}: {kind} of the network.',
  'occurrence.cancelled': 'Cancelled',
  'occurrence.cancelled.title': 'This meeting is cancelled',
  'occurrence.hidden': 'This meeting is not open to everybody. If it is for you, sign in to see where it is.',
  'occurrence.call': 'Link to the call',
  'occurrence.dial-in': 'Phone number to dial in',
  'occurrence.dial-in.hint': 'A PIN may follow after a comma.',
  'occurrence.dial-in.wrong': 'Write the phone number that people call, such as 023 900 111.',
  'occurrence.call.after-answer': 'The way into the call is shown here once you have said that you come.',
  'occurrence.manage': 'For those who prepare it',
  'occurrence.edit': 'Change',
  'occurrence.edit.title': 'Change this meeting',
  'occurrence.edit.lead': 'Only this one meeting changes. What people answered stays.',
  'occurrence.add': 'Add a meeting',
  'occurrence.add.lead': 'One more meeting of this series, on a day of its own.',
  'occurrence.added': 'The meeting is planned.',
  'occurrence.saved': 'The meeting is changed. All answers are still there.',
  'occurrence.save': 'Save the meeting',
  'occurrence.day': 'Day',
  'occurrence.day.required': 'Write the day, as 2026-11-22.',
  'occurrence.starts': 'Begins at',
  'occurrence.ends': 'Ends at',
  'occurrence.ends-on': 'Ends on, if not on the same day',
  'occurrence.ends.too-early':
    'It has to end after it begins. If it ends on another day, write that day under “Ends on”.',
  'occurrence.ends-on.too-early': 'The day it ends cannot be before the day it begins.',
  'occurrence.day.past':
    'That day and time are past, and people have answered or were asked. Check the day; if the meeting does not take place, cancel it.',
  'occurrence.ends.wrong': 'Write the time it ends, as 11:30.',
  'occurrence.tell': 'Tell everybody who answered or was asked when the time, the place or the call changes',
  'occurrence.own': 'Different from the series',
  'occurrence.own.hint': 'What you leave empty is as the series says.',
  'occurrence.note': 'What people should know this time',
  'occurrence.as-series': 'As the series says',
  'occurrence.seats.too-few':
    '{seatsTaken, plural, one {# seat is taken already.} other {# seats are taken already.}} There cannot be fewer.',
  'occurrence.told.time':
    '{name} is moved. It is now on {when}. {where} To answer, or to change your answer: {link}',
  'occurrence.told.place':
    '{name}, {when}, has a new place: {place}. To answer, or to change your answer: {link}',
  'occurrence.told.time-and-place':
    '{name} is moved. It is now on {when}, at a new place: {place}. To answer, or to change your answer: {link}',
  'occurrence.told.call':
    '{name}, {when}: how to get there has changed. See how, or change your answer: {link}',
  'rsvp.more': 'Come with several people, or say more',
  'rsvp.how': 'Who may come, and how to answer',
});

declare module '#src/kernel/text.ts' {
  interface Texts extends Record<keyof typeof occurrenceText, string> {}
}
