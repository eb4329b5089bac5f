import type { ComponentChildren } from 'preact';
import type { FormState } from '../../form/form-state.ts';
import type { Visit } from '../../visit.ts';
import { Icon } from '../icon/icon.tsx';

type Props<Field extends string> = {
  visit: Visit;
  form: FormState<Field>;
  submitLabel?: string | undefined;
  /** Where it posts to, when not to the page it stands on. */
  action?: string;
  tone?: 'main' | 'danger';
  /** A second button that sends the same form with a word of its own, such as "publish". */
  also?: { name: string; value: string; label: string };
  /** A way out beside the button. */
  cancel?: { href: string; label: string } | undefined;
  children: ComponentChildren;
};

/** Posts to the page it stands on. Browsers' own checks are off: ours speak the visitor's language. */
export const Form = <Field extends string>(props: Props<Field>) => {
  const { visit, form, submitLabel, action, tone = 'main', also, cancel, children } = props;
  return (
    <>
      {(form.refusal || form.errors.size > 0) && <Problems visit={visit} form={form} />}
      <form class="form" method="post" noValidate action={action ?? visit.here}>
        <input type="hidden" name="csrf" value={visit.csrfToken()} />
        {children}
        <div class="buttons form-end">
          {submitLabel && (
            <button class={`button button-${also ? 'plain' : tone}`} type="submit">
              {submitLabel}
            </button>
          )}
          {also && (
            <button class={`button button-${tone}`} type="submit" name={also.name} value={also.value}>
              {also.label}
            </button>
          )}
          {cancel && <a href={cancel.href}>{cancel.label}</a>}
        </div>
      </form>
    </>
  );
};

/** `autofocus` moves a screen reader here without any script. */
const Problems = <Field extends string>({ visit, form }: Pick<Props<Field>, 'visit' | 'form'>) => (
  <div class="problems" role="alert" tabIndex={-1} autofocus aria-labelledby="problems">
    <h2 id="problems">
      <Icon name="attention" /> {visit.t('form.problems')}
    </h2>
    {form.refusal && <p>{form.refusal}</p>}
    {form.errors.size > 0 && (
      <ul>
        {[...form.errors].map(([field, sentence]) => (
          <li key={field}>
            <a href={`#${field}`}>{sentence}</a>
          </li>
        ))}
      </ul>
    )}
  </div>
);

/** Fields that belong together, under one question. */
export const FieldGroup = ({
  legend,
  hint,
  children,
}: {
  legend: string;
  hint?: string;
  children: ComponentChildren;
}) => (
  <fieldset class="group">
    <legend>{legend}</legend>
    {hint && <p class="hint">{hint}</p>}
    {children}
  </fieldset>
);

/** A button that asks for the same page with one more row, and keeps what is typed. */
export const OneMoreRow = ({ group, label }: { group: string; label: string }) => (
  <button class="button button-plain" type="submit" name="again" value={group}>
    <Icon name="plus" />
    {label}
  </button>
);
