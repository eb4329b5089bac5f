import { defineText } from '#src/kernel/text.ts';

export const signInText = defineText({
  'sign-in.title': 'Sign in',
  'sign-in.lead':
    'For coordinators, and for the people of member organisations. To answer a public meeting you need no account.',
  'sign-in.reach': 'E-mail address or phone number',
  'sign-in.reach.required': 'Write your e-mail address or phone number.',
  'sign-in.password': 'Password',
  'sign-in.password.required': 'Write your password.',
  'sign-in.password.too-short': 'Choose a longer password, of at least {min, number} characters.',
  'sign-in.password.too-long': 'Choose a shorter password, of at most {max, number} characters.',
  'sign-in.submit': 'Sign in',
  'sign-in.wrong':
    'This address and this password do not belong together. Try again, or have a link sent to you.',
  'sign-in.no-password': 'Password forgotten, or none set?',
  'sign-in.link.title': 'Sign in with a link',
  'sign-in.link.lead': 'We send you a link that signs you in, without a password.',
  'sign-in.link.send': 'Send me a link',
  'sign-in.link.sent':
    'If there is an account with this address, a link is on its way. It works once, for ten minutes.',
  'sign-in.link.subject': 'Your link to sign in',
  'sign-in.link.message':
    'Sign in with this link: {link} It works once, for ten minutes. If you did not ask for it, leave it alone.',
  'sign-in.link.confirm': 'One more step',
  'sign-in.link.confirm.lead': 'Press the button to sign in.',
  'sign-in.link.used': 'This link has been used already, or is too old. Have a new one sent to you.',
  'sign-in.done': 'You are signed in.',
  'sign-in.out': 'You are signed out.',
});

declare module '#src/kernel/text.ts' {
  interface Texts extends Record<keyof typeof signInText, string> {}
}
