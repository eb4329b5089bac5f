import { defineText } from '#src/kernel/text.ts';

export const accountText = defineText({
  'account.title': 'My account',
  'account.details': 'About me',
  'account.name': 'My name',
  'account.language': 'I read messages in',
  'account.save': 'Save',
  'account.saved': 'Saved.',
  'account.addresses': 'Where messages reach me',
  'account.addresses.lead': 'Only you and the coordinator see these.',
  'account.addresses.none': 'No address is proven to be yours yet.',
  'account.addresses.preferred': 'Messages go here',
  'account.addresses.prefer': 'Send messages here',
  'account.addresses.saved': 'Messages go there from now on.',
  'account.email.confirm': 'Is this e-mail address yours?',
  'account.email.confirm.lead':
    'Press the button to confirm it. From then on, links to sign in may be sent there.',
  'account.email.confirm.submit': 'Yes, it is mine',
  'account.email.confirmed': 'Thank you. The e-mail address is confirmed.',
  'account.email.subject': 'Is this e-mail address yours?',
  'account.email.message':
    'Somebody uses this e-mail address to sign in to the network. If that is you, confirm it: {link} If it is not, do nothing.',
  'account.password': 'Change my password',
  'account.password.current': 'Password until now',
  'account.password.new': 'New password',
  'account.password.hint':
    'At least {min, number} characters. Three words are easier to keep in mind than one with signs.',
  'account.password.wrong': 'The password until now is not right.',
  'account.password.save': 'Change the password',
  'account.password.saved': 'The password is changed. Everywhere else you are signed out.',
});

declare module '#src/kernel/text.ts' {
  interface Texts extends Record<keyof typeof accountText, string> {}
}
