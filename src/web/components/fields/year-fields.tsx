import type { FormState } from '../../form/form-state.ts';
import type { Visit } from '../../visit.ts';
import { TextField } from './fields.tsx';

type Row<Name extends string> = `${Name}.${number}`;

/** From which year until which, in one row of a list. */
export const YearFields = <Name extends string>({
  visit: { t },
  form,
  row,
}: {
  visit: Visit;
  form: FormState<`${Row<Name>}.sinceYear` | `${Row<Name>}.untilYear`>;
  row: Row<Name>;
}) => (
  <>
    {(['since', 'until'] as const).map((end) => (
      <TextField
        key={end}
        form={form}
        name={`${row}.${end}Year`}
        label={t(`form.years.${end}`)}
        inputMode="numeric"
        size="short"
      />
    ))}
  </>
);
