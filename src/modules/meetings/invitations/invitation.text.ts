import { defineText } from '#src/kernel/text.ts';

export const meetingInvitationText = defineText({
  'invitation.invite': 'Invite people',
  'invitation.title': 'Invitations',
  'invitation.lead':
    'Everybody is asked where they like to be reached, and can answer there with 1, 2 or 3, or on this site.',
  'invitation.groups': 'Ask organisations',
  'invitation.groups.members': 'All members',
  'invitation.groups.partners': 'All founding members and partners',
  'invitation.groups.one': 'Or these',
  'invitation.group.required': 'Choose whom to ask.',
  'invitation.send': 'Send the invitations',
  'invitation.sent':
    '{asked, plural, =0 {Nobody new was asked.} one {# person is asked.} other {# people are asked.}} {unreachable, plural, =0 {} one {# person has neither phone nor e-mail here.} other {# people have neither phone nor e-mail here.}} {empty, plural, =0 {} one {In # organisation nobody is known here.} other {In # organisations nobody is known here.}}',
  'invitation.without-people': 'Nobody is known here in these organisations, so nobody was asked there',
  'invitation.add-person': 'Add a person',
  'invitation.contact': 'Ask one person',
  'invitation.contact.lead':
    'Somebody outside the network, by phone number or e-mail address. They need no account.',
  'invitation.name': 'Name',
  'invitation.name.required': 'Write the name of the person.',
  'invitation.reach': 'Phone number or e-mail address',
  'invitation.language': 'Reads',
  'invitation.contact.send': 'Send the invitation',
  'invitation.contact.sent': 'The invitation is on its way.',
  'invitation.known': 'This person has been asked already.',
  'invitation.link': 'Or answer on this page: {link}',
  'invitation.list': 'Who was asked',
  'invitation.list.empty': 'Nobody has been asked yet.',
  'invitation.list.no-answer': 'No answer yet',
  'invitation.list.when': 'Asked',
});

declare module '#src/kernel/text.ts' {
  interface Texts extends Record<keyof typeof meetingInvitationText, string> {}
}
