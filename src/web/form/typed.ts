/** What a form sent: every value of every field, as typed. Names may be paths, such as `name.km` or `rows.0.text`. */
export type Typed = ReadonlyMap<string, readonly string[]>;

const maxFields = 1_000;
const steps = /^[a-z][a-zA-Z0-9]*(\.[a-zA-Z0-9]+){0,4}$/;

/** Keeps the text fields of a parsed body; files and names no form of ours has are left out. */
export function typedFrom(body: Readonly<Record<string, unknown>>): Typed {
  const fields = Object.entries(body)
    .filter(([name]) => steps.test(name))
    .slice(0, maxFields);
  return new Map(fields.map(([name, given]) => [name, [given].flat().filter(isText).map(storable)] as const));
}

const isText = (value: unknown): value is string => typeof value === 'string';

/** Nobody types the character NUL, and no database takes it. */
const storable = (value: string): string => value.replaceAll('\0', '');

export type Nested = { [name: string]: string | string[] | Nested };

/**
 * Fields as the object a schema reads: `name.km` becomes `{ name: { km } }`. Blank is the same as not sent, and a
 * field sent several times becomes a list.
 */
export function nested(typed: Typed): Nested {
  const root = emptyNest();
  for (const [name, values] of typed) {
    const filled = values.filter((value) => visible.test(value));
    const [first] = filled;
    if (first !== undefined) place(root, name.split('.'), filled.length === 1 ? first : filled);
  }
  return root;
}

const visible = /[^\s\p{Cc}\u200b\ufeff]/u;

function place(nest: Nested, [step = '', ...rest]: readonly string[], value: string | string[]): void {
  if (rest.length === 0) {
    nest[step] ??= value;
    return;
  }
  const known = nest[step] ?? emptyNest();
  nest[step] = known;
  if (typeof known === 'object' && !Array.isArray(known)) place(known, rest, value);
}

// Without a prototype, so that a field called `constructor` is a field like any other.
const emptyNest = (): Nested => Object.create(null);
