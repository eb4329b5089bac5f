import { defineText } from '#src/kernel/text.ts';

export const directoryText = defineText({
  'nav.organisations': 'Organisations',
  'directory.title': 'Organisations',
  'directory.description':
    'Organisations of the network: what they know, what they work on, and how to reach them.',
  'directory.lead': 'Who is here, what they know, and how to reach them.',
  'directory.search': 'Name, letters or words',
  'directory.count': '{count, plural, one {# organisation} other {# organisations}}',
  'directory.empty': 'No organisation fits. Try fewer words, or look through all of them.',
  'directory.all': 'Show all organisations',
});

declare module '#src/kernel/text.ts' {
  interface Texts extends Record<keyof typeof directoryText, string> {}
}
