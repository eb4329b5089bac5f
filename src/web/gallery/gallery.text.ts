import { defineText } from '#src/kernel/text.ts';

export const galleryText = defineText({
  'gallery.title': 'Components',
  'gallery.lead': 'Every part the pages are made of, in each of its states. The tests look at this page too.',
});

declare module '#src/kernel/text.ts' {
  interface Texts extends Record<keyof typeof galleryText, string> {}
}
