import type { FormState } from '../../form/form-state.ts';

/** What every field is given. */
export type Common<Field extends string> = {
  form: FormState<Field>;
  name: Field;
  label: string;
  hint?: string | undefined;
};

/** Beneath its label: what helps to fill a field in, and what is wrong with it. */
export const HintAndError = <Field extends string>({ form, name, hint }: Common<Field>) => (
  <>
    {hint && (
      <p class="hint" id={`${name}-hint`}>
        {hint}
      </p>
    )}
    {form.error(name) && (
      <p class="error" id={`${name}-error`}>
        {form.error(name)}
      </p>
    )}
  </>
);

/** Ties both to the field. */
export const described = <Field extends string>(props: Common<Field>) => ({
  'aria-describedby': describedBy(props),
  ...(props.form.error(props.name) !== undefined && { 'aria-invalid': true as const }),
});

/** Hint and error are read out with the field. */
export const describedBy = <Field extends string>({ form, name, hint }: Common<Field>) =>
  [hint && `${name}-hint`, form.error(name) && `${name}-error`].filter(Boolean).join(' ') || undefined;
