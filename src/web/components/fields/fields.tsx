import type { ComponentChildren } from 'preact';
import type { FormState } from '../../form/form-state.ts';
import { type Common, described, describedBy, HintAndError } from './hint-and-error.tsx';

type InputProps = {
  type?: 'text' | 'email' | 'tel' | 'url' | 'date' | 'time' | 'search';
  inputMode?: 'text' | 'numeric' | 'tel' | 'email' | 'url';
  autoComplete?: string;
  /** The language of what is typed, where it is not the page's. */
  lang?: string;
  size?: 'short' | 'middle' | 'full';
};

export const TextField = <Field extends string>({
  type = 'text',
  size = 'full',
  inputMode,
  autoComplete,
  lang,
  ...props
}: Common<Field> & InputProps) => (
  <div class="field">
    <label for={props.name}>{props.label}</label>
    <HintAndError {...props} />
    <input
      class={`input input-${size}`}
      id={props.name}
      name={props.name}
      type={type as 'text'}
      value={props.form.value(props.name)}
      inputMode={inputMode}
      autoComplete={autoComplete}
      lang={lang}
      {...described(props)}
    />
  </div>
);

/** Never filled in again by us: a password that was typed wrong has to be typed anew. */
export const PasswordField = <Field extends string>({
  autoComplete,
  ...props
}: Common<Field> & { autoComplete: 'current-password' | 'new-password' }) => (
  <div class="field">
    <label for={props.name}>{props.label}</label>
    <HintAndError {...props} />
    <input
      class="input input-middle"
      id={props.name}
      name={props.name}
      type="password"
      autoComplete={autoComplete}
      {...described(props)}
    />
  </div>
);

export const TextArea = <Field extends string>({
  rows = 5,
  lang,
  ...props
}: Common<Field> & { rows?: number; lang?: string }) => (
  <div class="field">
    <label for={props.name}>{props.label}</label>
    <HintAndError {...props} />
    <textarea class="input" id={props.name} name={props.name} rows={rows} lang={lang} {...described(props)}>
      {props.form.value(props.name)}
    </textarea>
  </div>
);

type LocalProps<Name extends string> = {
  form: FormState<`${Name}.km` | `${Name}.en`>;
  name: Name;
  label: string;
  hint?: string | undefined;
  labels: { km: string; en: string };
  rows?: number;
};

/** One text in two languages, side by side; either may be left for later. */
export const LocalField = <Name extends string>({
  form,
  name,
  label,
  hint,
  labels,
  rows,
}: LocalProps<Name>) => (
  <fieldset class="pair">
    <legend>{label}</legend>
    {hint && <p class="hint">{hint}</p>}
    <div class="pair-halves">
      {(['km', 'en'] as const).map((language) => {
        const half = { form, name: `${name}.${language}` as const, label: labels[language], lang: language };
        return rows ? (
          <TextArea key={language} {...half} rows={rows} />
        ) : (
          <TextField key={language} {...half} />
        );
      })}
    </div>
  </fieldset>
);

export type Option = readonly [value: string, label: string];

export const Select = <Field extends string>({
  options,
  empty,
  ...props
}: Common<Field> & { options: readonly Option[]; empty?: string | undefined }) => (
  <div class="field">
    <label for={props.name}>{props.label}</label>
    <HintAndError {...props} />
    <select class="input input-middle" id={props.name} name={props.name} {...described(props)}>
      {empty !== undefined && <option value="">{empty}</option>}
      {options.map(([value, label]) => (
        <option key={value} value={value} selected={props.form.value(props.name) === value}>
          {label}
        </option>
      ))}
    </select>
  </div>
);

/** Choices carry their number: the same one on the web, by SMS and on a telephone's keys. */
export const Radios = <Field extends string>({
  options,
  numbered = false,
  ...props
}: Common<Field> & { options: readonly Option[]; numbered?: boolean }) => (
  <fieldset class="field" aria-describedby={describedBy(props)}>
    <legend>{props.label}</legend>
    <HintAndError {...props} />
    <div class="options">
      {options.map(([value, label], place) => {
        const own = place === 0 ? props.name : `${props.name}-${value}`;
        return (
          <div class="option" key={value}>
            <input
              type="radio"
              id={own}
              name={props.name}
              value={value}
              checked={props.form.value(props.name) === value}
            />
            <label for={own}>
              {numbered && (
                <i aria-hidden="true" lang="en">
                  {place + 1}
                </i>
              )}
              {label}
            </label>
          </div>
        );
      })}
    </div>
  </fieldset>
);

export const Checkboxes = <Field extends string>({
  options,
  ...props
}: Common<Field> & { options: readonly Option[] }) => (
  <fieldset class="field" aria-describedby={describedBy(props)}>
    <legend>{props.label}</legend>
    <HintAndError {...props} />
    <div class="options options-many">
      {options.map(([value, label], place) => {
        const own = place === 0 ? props.name : `${props.name}-${value}`;
        return (
          <div class="option" key={value}>
            <input
              type="checkbox"
              id={own}
              name={props.name}
              value={value}
              checked={props.form.values(props.name).includes(value)}
            />
            <label for={own}>{label}</label>
          </div>
        );
      })}
    </div>
  </fieldset>
);

/** One thing to agree to or not. */
export const Tick = <Field extends string>({
  children,
  ...props
}: Common<Field> & { children?: ComponentChildren }) => (
  <div class="field">
    <div class="option">
      <input
        type="checkbox"
        id={props.name}
        name={props.name}
        value="yes"
        checked={props.form.value(props.name) !== ''}
        {...described(props)}
      />
      <label for={props.name}>{props.label}</label>
    </div>
    <HintAndError {...props} />
    {children}
  </div>
);

/** A field no person sees: only programs that fill in everything fill it in. */
export const Honeypot = ({ name, label }: { name: string; label: string }) => (
  <div class="trap" aria-hidden="true">
    <label for={name}>{label}</label>
    <input type="text" id={name} name={name} tabIndex={-1} autoComplete="off" />
  </div>
);
