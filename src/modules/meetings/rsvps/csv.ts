// RFC 4180, with the mark (BOM) by which spreadsheets know that it is UTF-8: without it, Khmer is unreadable there.

/** The rows of a table as a file for a spreadsheet, the headings first. */
export const csvOf = (rows: readonly (readonly (string | number)[])[]): string =>
  `\ufeff${rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')}`;

const cellOf = (value: string | number): string => {
  const text = typeof value === 'number' ? String(value) : harmless(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** What a stranger types must not be a formula when a coordinator opens it (OWASP, CSV injection). */
const harmless = (text: string): string => (/^\s*[=+\-@\t\r]/.test(text) ? `'${text}` : text);
