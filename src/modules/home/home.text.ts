import { defineText } from '#src/kernel/text.ts';

export const homeText = defineText({
  'home.next': 'Next meeting',
  'home.next.none': 'No meeting is planned yet. When one is, you can answer here.',
  'home.meetings': 'More meetings',
  'home.all-meetings': 'All meetings',
  'home.members': 'Members',
  'home.all-organisations': 'All organisations',
  'home.minutes': 'Latest minutes',
  'home.news': 'News',
  'home.figures': 'Figures',
  'home.members.count': '{count, plural, one {member organisation} other {member organisations}}',
  'home.about': 'More about the network',
  'home.join': 'Take part',
  'home.join.text': 'Are you a grassroots organisation with a need, or do you know technology? Write to us.',
  'start.hello': 'Hello, {name}',
  'start.meetings': 'Coming meetings',
  'start.meetings.none': 'No meeting is planned yet.',
  'start.action-items': 'My action items',
  'start.action-items.none': 'Nothing to do for you. What you take on in a meeting will stand here.',
  'start.organisations': 'My organisations',
  'start.edit': 'Look after its page',
  'start.invite': 'Invite a colleague',
  'coordinate.title': 'Coordinate',
  'coordinate.lead': 'What needs you, and the tools for it.',
  'coordinate.attention': 'Needs attention',
  'coordinate.attention.none': 'Nothing needs you right now.',
  'coordinate.messages':
    '{count, plural, one {# message waits for an answer} other {# messages wait for an answer}}',
  'coordinate.minutes': 'Minutes are missing: {name}, {when}',
  'coordinate.action-items': 'Overdue action items',
  'coordinate.failed': 'Messages that could not be sent',
  'coordinate.failed.line': '{about}, {channel}: {problem}',
  'coordinate.tools': 'Tools',
  'coordinate.meetings': 'Coming meetings',
  'coordinate.outbox': 'Simulated messages',
  'coordinate.first-steps': 'First steps',
  'coordinate.first.plan': 'Plan the next meeting',
  'coordinate.first.invite': 'Invite the representatives',
  'coordinate.first.words': 'Read what the network says of itself',
  'privacy.title': 'Privacy',
  'privacy.description': 'What this site keeps of you, why, for how long, and what you can do.',
  'privacy.body':
    '## What we keep\n\nIf you only read this site, we keep nothing about you. There is no tracking, no advertising, and no request to any other company.\n\nIf you answer a meeting or write to us, we keep what you type: your name, your phone number or e-mail address, your answer, your words.\n\nIf you have an account, we keep your name, how you are reached, which organisation you work for, and what you did here.\n\n## Why\n\nTo prepare the meetings, to tell you when something changes, and to answer you. For nothing else.\n\n## Who sees it\n\nPhone numbers and e-mail addresses are seen by the coordinator and by those who look after your organisation. They are never shown to the public unless you agree.\n\n## How long\n\nAs long as it is needed for the meeting or the answer. When you take your answer back, we delete what it said.\n\n## Cookies\n\nOne that keeps you signed in, one that protects forms, and one that tells you what a form did. None of them follows you anywhere.\n\n## What you can do\n\nAsk us what we keep of you, and ask us to correct or delete it: write to us under Contact.',
});

declare module '#src/kernel/text.ts' {
  interface Texts extends Record<keyof typeof homeText, string> {}
}
