import type { ComponentChildren } from 'preact';

export type TagTone = 'open' | 'members' | 'attention' | 'quiet' | 'stop';

/** A word or two about a state. The mark in front keeps it readable without colour. */
export const Tag = ({ tone, children }: { tone: TagTone; children: ComponentChildren }) => (
  <span class={`tag tag-${tone}`}>
    <span aria-hidden="true">{marks[tone]}</span>
    {children}
  </span>
);

const marks: Readonly<Record<TagTone, string>> = {
  open: '●',
  members: '◆',
  attention: '▲',
  quiet: '○',
  stop: '■',
};
