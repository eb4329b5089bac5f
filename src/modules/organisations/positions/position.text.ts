import { defineText } from '#src/kernel/text.ts';

export const positionText = defineText({
  'position.title.page': 'People',
  'position.lead':
    'Who works here. Only those who agree are shown to everybody, and only with what they agree to show.',
  'position.public': 'People to talk to',
  'position.none': 'Nobody is written down here yet.',
  'position.add': 'Add a person',
  'position.added': 'The person is written down.',
  'position.edit': 'Edit',
  'position.saved': 'Saved.',
  'position.save': 'Save',
  'position.remove': 'Works here no longer',
  'position.removed': 'Taken out of the list. What this person did stays in the history.',
  'position.name': 'Name',
  'position.name.required': 'Write the name, in Khmer or in English.',
  'position.job': 'What the person does here',
  'position.language': 'Reads messages in',
  'position.private': 'Private: for messages of the network only',
  'position.private.hint':
    'Never shown to the public. Seen by the coordinator and by those who look after this organisation.',
  'position.reach': 'Phone number or e-mail address',
  'position.reach.taken':
    'This number or address belongs to somebody we know already. Please ask the coordinator.',
  'position.own-details':
    'This person can sign in, and looks after name, language and private address themselves.',
  'position.shown': 'Public: what everybody may see',
  'position.shown.ask': 'The person agrees to be shown with name and work',
  'position.email': 'E-mail everybody may see',
  'position.phone': 'Phone number everybody may see',
  'position.role': 'On this site',
  'position.role.representative': 'Representative',
  'position.role.staff': 'Staff',
  'position.role.none': 'Cannot sign in',
  'position.is-public': 'Shown to everybody',
  'position.is-private': 'Not shown',
  'position.invite': 'Invite somebody to sign in',
});

declare module '#src/kernel/text.ts' {
  interface Texts extends Record<keyof typeof positionText, string> {}
}
