import assert from 'node:assert/strict';
import { describe, it } from 'vitest';
import { htmlOf, htmlOfBoth } from './markdown.ts';

describe('a text with headings, lists and links', () => {
  it('becomes clean HTML', () => {
    assert.equal(
      htmlOf('One *word*.\n\nA **strong** one.'),
      '<p>One <em>word</em>.</p>\n<p>A <strong>strong</strong> one.</p>',
    );
    assert.match(htmlOf('- a\n- b'), /^<ul>\n<li>a<\/li>\n<li>b<\/li>\n<\/ul>$/);
    assert.match(htmlOf('3. c\n4. d'), /^<ol start="3">/);
    assert.match(htmlOf('> ក'), /<blockquote>\n<p>ក<\/p>/);
    assert.match(htmlOf('| a | b |\n|---|---|\n| c | d |'), /<table>\n<thead>.*<td>d<\/td>/s);
  });

  it('has no heading above those of its page, and none too deep', () => {
    const headings = htmlOf(
      ['#', '##', '###', '####', '#####', '######'].map((mark) => `${mark} x`).join('\n'),
    );
    const levels = [...headings.matchAll(/<h(\d)>/g)].map(([, level]) => Number(level));
    assert.equal(levels.length, 6);
    for (const level of levels) assert.ok(level >= 2 && level <= 4, headings);
  });

  it('leads only where people can go, and gives nothing away', () => {
    assert.equal(
      htmlOf('[x](https://example.org/?a=1&b=2)'),
      '<p><a href="https://example.org/?a=1&amp;b=2" rel="noopener nofollow">x</a></p>',
    );
    assert.match(
      htmlOf('see https://www.example.org'),
      /<a href="https:\/\/www\.example\.org" rel="noopener nofollow">/,
    );
    assert.match(htmlOf('[x](mailto:a@example.org) [y](tel:+85512000000)'), /href="mailto:.*href="tel:/);
    const nowhere = [
      '[x](javascript:alert(1))',
      '[x](JAVASCRIPT:alert(1))',
      '[x](java&#x73;cript:alert(1))',
      '[x](&#106;avascript:alert(1))',
      '[x](data:text/html;base64,PHNjcmlwdD4=)',
      '[x](vbscript:x)',
      '[x](//evil.example.org)',
      '<javascript:alert(1)>',
      '[x]: javascript:alert(1)\n[x]',
    ];
    for (const text of nowhere) assert.doesNotMatch(htmlOf(text), /href=/, text);
  });

  it('lets no HTML through, nor anything that runs or loads', () => {
    const hostile = [
      '<script>alert(1)</script>',
      '<img src=x onerror=alert(1)>',
      '<svg/onload=alert(1)>',
      '<iframe src="https://example.org"></iframe>',
      '<style>*{display:none}</style>',
      '<a href="https://example.org" onclick="x()" style="x">y</a>',
      '![x](https://example.org/pixel.png)',
      '![x](x"onerror="alert(1))',
      '[x](https://example.org "onmouseover=alert(1)")',
      '```html\n<script>alert(1)</script>\n```',
      '`<img src=x onerror=alert(1)>`',
      '<!-- <script> -->',
      '&lt;script&gt;alert(1)&lt;/script&gt;',
      '<math><mi xlink:href="javascript:alert(1)">',
    ];
    const allowed =
      /^<\/?(h[2-4]|p|br|hr|blockquote|ul|ol|li|strong|em|code|pre|a|t(able|head|body|r|h|d))( (href|rel|start)="[^"]*")*( \/)?>$/;
    for (const text of hostile)
      for (const [tag] of htmlOf(text).matchAll(/<[^>]*>/g)) assert.match(tag, allowed, text);
  });

  it('is made in both languages, of those that are there', () => {
    assert.deepEqual(htmlOfBoth({ km: '*ក*', en: 'k' }), { km: '<p><em>ក</em></p>', en: '<p>k</p>' });
    assert.deepEqual(htmlOfBoth({ en: 'k' }), { en: '<p>k</p>' });
    assert.deepEqual(htmlOfBoth({}), {});
  });

  it('takes no longer for a text that is made to', () => {
    const startedAt = performance.now();
    for (const text of ['['.repeat(20_000), '*a_'.repeat(6_000), '>'.repeat(20_000), '`'.repeat(20_000)])
      htmlOf(text);
    assert.ok(performance.now() - startedAt < 5_000);
  });
});
