import type { z } from 'zod';
import type { Typed } from './typed.ts';

/** A form as its page shows it: what was typed, and what is wrong with it in whole sentences. */
export type FormState<Field extends string> = {
  // Methods, so that a page for several forms takes the form of any of them.
  value(field: Field): string;
  /** Every value of a field with several, such as checkboxes. */
  values(field: Field): readonly string[];
  error(field: Field): string | undefined;
  /** In the order of the form, for the summary. */
  readonly errors: ReadonlyMap<string, string>;
  readonly refusal: string | undefined;
  /** How many rows of a repeated group were filled in; where one more was asked for, how many were sent. */
  rows(group: string): number;
};

/** The state of one schema's form. */
export type FormOf<Schema extends z.ZodType> = FormState<FieldOf<z.input<Schema>>>;

/** The names of the fields a schema reads, such as 'seats', 'name.km' or `rows.${number}.text`. */
export type FieldOf<
  Input,
  Depth extends readonly unknown[] = readonly [1, 2, 3, 4],
> = Depth extends readonly [unknown, ...infer Rest]
  ? {
      [Name in keyof Input & string]: IsLeaf<Input[Name]> extends true
        ? Name
        : `${Name}.${FieldOf<NonNullable<Input[Name]>, Rest>}`;
    }[keyof Input & string]
  : never;

type IsLeaf<Value> = unknown extends Value
  ? true
  : NonNullable<Value> extends readonly unknown[]
    ? true
    : NonNullable<Value> extends object
      ? false
      : true;

type Problems = { readonly errors?: ReadonlyMap<string, string>; readonly refusal?: string | undefined };

export const formState = <Field extends string>(
  typed: Typed,
  { errors = new Map(), refusal }: Problems = {},
): FormState<Field> => ({
  value: (field) => typed.get(field)?.[0] ?? '',
  values: (field) => typed.get(field) ?? [],
  error: (field) => errors.get(field),
  errors,
  refusal,
  rows: (group) => countRows(typed, group),
});

type Saved = string | number | boolean | null | undefined | readonly (string | number)[];
type SavedFields = { readonly [name: string]: Saved | SavedFields | readonly SavedFields[] };

/** What is saved already, ready to be changed: `{ name: { km: '…' } }` fills the field `name.km`. */
export const filledForm = <Field extends string>(saved: SavedFields = {}): FormState<Field> =>
  formState(new Map(flat(saved, '')));

function flat(saved: SavedFields, prefix: string): [string, readonly string[]][] {
  return Object.entries(saved).flatMap(([name, value]): [string, readonly string[]][] => {
    if (value === null || value === undefined || value === false) return [];
    if (isListOfGroups(value)) return value.flatMap((row, place) => flat(row, `${prefix}${name}.${place}.`));
    if (isList(value)) return [[prefix + name, value.map(String)]];
    if (typeof value === 'object') return flat(value, `${prefix}${name}.`);
    return [[prefix + name, [String(value)]]];
  });
}

const isListOfGroups = (
  value: Saved | SavedFields | readonly SavedFields[],
): value is readonly SavedFields[] => Array.isArray(value) && typeof value[0] === 'object';

const isList = (value: unknown): value is readonly (string | number)[] => Array.isArray(value);

function countRows(typed: Typed, group: string): number {
  // Blank rows come back only to whoever wants more of them: otherwise each failed save would add one.
  const wantsMore = typed.get('again')?.[0] === group;
  const places = [...typed].flatMap(([name, values]) => {
    const [first, place = ''] = name.split('.');
    if (first !== group || !rowPlace.test(place)) return [];
    return wantsMore || values.some((value) => value.trim() !== '') ? [Number(place) + 1] : [];
  });
  return Math.max(0, ...places);
}

/** Which places a repeated group may have: no form of ours has a hundred rows, and a page that drew a million would never end. */
export const rowPlace = /^\d{1,2}$/;
