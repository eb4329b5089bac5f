import { defineText } from '#src/kernel/text.ts';

export const contactText = defineText({
  'nav.contact': 'Contact',
  'contact.title': 'Contact',
  'contact.description': 'Write to the network: a question, an idea, or how to take part.',
  'contact.lead':
    'A question, an idea, or how to take part: write to us. The coordinator reads it and answers.',
  'contact.name': 'Your name',
  'contact.name.required': 'Write your name, so that we know whom to answer.',
  'contact.reach': 'Your phone number or e-mail address',
  'contact.reach.hint': 'Only to answer you. It is not shown to anybody else.',
  'contact.body': 'What would you like to tell us?',
  'contact.body.required': 'Write a few words.',
  'contact.homepage': 'Leave this empty',
  'contact.send': 'Send',
  'contact.sent': 'Thank you. Your message has arrived; the coordinator will answer you.',
  'contact.address': 'Where we are',
  'contact.inbox': 'Messages to the network',
  'contact.inbox.empty': 'Nobody has written yet. What people write under Contact arrives here.',
  'contact.inbox.answered': 'Answered',
  'contact.inbox.waiting': 'Waits for an answer',
  'contact.inbox.mark': 'Mark as answered',
  'contact.inbox.unmark': 'Mark as not answered yet',
  'contact.inbox.marked': 'Noted.',
  'contact.notify': '{name} wrote to the network. Read it and answer: {link}',
});

declare module '#src/kernel/text.ts' {
  interface Texts extends Record<keyof typeof contactText, string> {}
}
