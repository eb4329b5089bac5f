import { defineText } from '#src/kernel/text.ts';

export const accountInvitationText = defineText({
  'account-invitation.list': 'Invitations to sign in',
  'account-invitation.list.lead':
    'Who was invited to have an account, and what became of it. A link lasts a week and works once.',
  'account-invitation.list.empty': 'Nobody has been invited yet.',
  'account-invitation.new': 'Invite somebody to sign in',
  'account-invitation.new.lead':
    'They get a link by e-mail or SMS, choose a password, and are here with the role you give them.',
  'account-invitation.reach': 'E-mail address or phone number',
  'account-invitation.reach.hint':
    'Left empty, you get a link to pass on yourself, for instance by Telegram.',
  'account-invitation.name': 'Name (not needed)',
  'account-invitation.language': 'Reads messages in',
  'account-invitation.role': 'As what',
  'account-invitation.role.required': 'Choose as what.',
  'account-invitation.role.coordinator': 'Coordinator: runs the network',
  'account-invitation.role.representative':
    'Representative: speaks for an organisation and looks after its page',
  'account-invitation.role.staff': 'Staff: works for an organisation',
  'account-invitation.role.account': 'Account only: for a person without an organisation',
  'account-invitation.role.short.coordinator': 'Coordinator',
  'account-invitation.role.short.representative': 'Representative',
  'account-invitation.role.short.staff': 'Staff',
  'account-invitation.role.short.account': 'Account only',
  'account-invitation.organisation': 'Organisation',
  'account-invitation.organisation.required': 'Choose the organisation.',
  'account-invitation.send': 'Send the invitation',
  'account-invitation.sent': 'The invitation is on its way.',
  'account-invitation.made': 'Pass this link on to the one person it is for. It is shown only now.',
  'account-invitation.who': 'To',
  'account-invitation.state': 'State',
  'account-invitation.state.open': 'Waits, until {when}',
  'account-invitation.state.accepted': 'Accepted',
  'account-invitation.state.revoked': 'Taken back',
  'account-invitation.state.expired': 'Too old',
  'account-invitation.link': 'A link handed over',
  'account-invitation.actions': 'What to do',
  'account-invitation.resend': 'Send again',
  'account-invitation.resent': 'A fresh link is on its way. The one before works no longer.',
  'account-invitation.revoke': 'Take back',
  'account-invitation.revoked': 'The invitation is taken back. Its link works no longer.',
  'account-invitation.subject': 'An invitation to the network',
  'account-invitation.message':
    'You are invited to the network. Choose a password here: {link} The link works once, for a week.',
  'account-invitation.message.organisation':
    'You are invited to the network for {organisation}. Choose a password here: {link} The link works once, for a week.',
  'account-invitation.accept': 'Welcome to the network',
  'account-invitation.accept.lead': 'Tell us your name and choose a password; then you are signed in.',
  'account-invitation.accept.as': 'You are invited as: {role}.',
  'account-invitation.accept.submit': 'Create my account',
  'account-invitation.accept.has-account': 'You have an account already?',
  'account-invitation.accept.sign-in': 'Sign in, then accept',
  'account-invitation.accept.as-signed-in':
    'You are signed in. Press the button to accept the invitation with this account.',
  'account-invitation.accept.confirm': 'Accept the invitation',
  'account-invitation.accepted': 'Welcome! Your account is ready and you are signed in.',
  'account-invitation.name.own': 'Your name',
  'account-invitation.name.required': 'Write your name.',
  'account-invitation.email': 'Your e-mail address',
  'account-invitation.email.sent-to': 'You sign in with {address}, where the invitation came.',
  'account-invitation.email.required': 'Write your e-mail address: you sign in with it.',
  'account-invitation.email.taken':
    'Somebody signs in with this e-mail address already. If that is you, sign in, then open the link again.',
  'account-invitation.has-account':
    'There is an account with this address already. Sign in, then open the link again.',
  'account-invitation.password': 'Choose a password',
  'account-invitation.used':
    'This link has been used already, was taken back, or is too old. Please ask for a new one.',
  'people.title': 'People and roles',
  'people.lead': 'Everybody with an account or a role, and what they may do.',
  'people.name': 'Name',
  'people.roles': 'Roles',
  'people.role.coordinator': 'Coordinator',
  'people.role.none': 'Account only',
  'people.no-sign-in': 'Cannot sign in',
  'people.end': 'End this role',
  'people.end.about': '({name}: {role})',
  'people.end.about.at': '({name}: {role}, {organisation})',
  'people.end.title': 'End this role?',
  'people.end.lead':
    'It ends at once, and so do the invitations this person sent in it. The account stays, and what they did.',
  'people.end.keep': 'Keep the role',
  'people.ended': 'The role has ended.',
  'people.last-coordinator': 'The network needs a coordinator. Invite another one first.',
});

declare module '#src/kernel/text.ts' {
  interface Texts extends Record<keyof typeof accountInvitationText, string> {}
}
