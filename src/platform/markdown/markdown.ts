import MarkdownIt from 'markdown-it';
import sanitizeHtml from 'sanitize-html';
import type { LocalText } from '#src/kernel/local-text.ts';

// HTML in the source stays text; what comes out is cleaned all the same, so that one fault in either is not enough.
const markdown = new MarkdownIt({ html: false, linkify: true, typographer: false });

const allowed: sanitizeHtml.IOptions = {
  allowedTags: [
    ...[
      'h2',
      'h3',
      'h4',
      'p',
      'br',
      'hr',
      'blockquote',
      'ul',
      'ol',
      'li',
      'strong',
      'em',
      'code',
      'pre',
      'a',
    ],
    ...['table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  allowedAttributes: { a: ['href', 'rel'], ol: ['start'] },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowProtocolRelative: false,
  transformTags: {
    // The page has its own h1: the headings of a text begin below it.
    h1: 'h2',
    h5: 'h4',
    h6: 'h4',
    a: sanitizeHtml.simpleTransform('a', { rel: 'noopener nofollow' }),
  },
};

/** Markdown (CommonMark) as clean HTML. Made once, when a text is saved. */
export const htmlOf = (text: string): string => sanitizeHtml(markdown.render(text), allowed).trim();

/** Both languages of a text. */
export const htmlOfBoth = ({ km, en }: LocalText): LocalText => ({
  ...(km && { km: htmlOf(km) }),
  ...(en && { en: htmlOf(en) }),
});
