import assert from 'node:assert/strict';
import { describe, it } from 'vitest';
import { localPath, safeUrl } from './safe-url.ts';

describe('an address from data', () => {
  it('may stand in a link when it leads somewhere', () => {
    for (const address of [
      'https://example.org/ក?a#b',
      'http://example.org',
      'mailto:a@example.org',
      'tel:+85512000000',
    ])
      assert.equal(safeUrl(address), address);
  });
  it('may not when it runs, misleads, or is none', () => {
    const wrong = [
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      'java\tscript:alert(1)',
      '\u0001javascript:alert(1)',
      ' javascript:alert(1)',
      'data:text/html,<script>',
      'vbscript:x',
      'file:///etc/passwd',
      'blob:https://example.org/x',
      '//example.org',
      '/en/',
      'example.org',
      '',
      null,
      undefined,
    ];
    for (const address of wrong) assert.equal(safeUrl(address), undefined, String(address));
  });
});

describe('a place on this site to go on to', () => {
  it('is a path, with its query', () => {
    for (const path of ['/km/start', '/en/occurrences/1?key=2', '/']) assert.equal(localPath(path), path);
    assert.equal(localPath('/en/a/../start'), '/en/start');
  });
  it('is never an address elsewhere', () => {
    const elsewhere = [
      '//evil.example.org',
      '/en/..//evil.example.org',
      '/en/../..//evil.example.org',
      '/.//evil.example.org',
      '/%2e//evil.example.org',
      '/\\evil.example.org',
      '/\t/evil.example.org',
      '/\n/evil.example.org',
      '\\\\evil.example.org',
      'https://evil.example.org',
      'https:evil.example.org',
      'javascript:alert(1)',
      'km/start',
      '/km\\start',
      '/ /evil',
      '',
      undefined,
    ];
    for (const path of elsewhere) assert.equal(localPath(path), undefined, String(path));
  });
});
