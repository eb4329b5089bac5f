import { formState } from '../../form/form-state.ts';
import { type Example, words } from '../../gallery/example.ts';
import { TextField } from '../fields/fields.tsx';
import { FieldGroup, Form, OneMoreRow } from './form.tsx';

export const formExamples: readonly Example[] = [
  {
    name: 'with something to mend',
    show: (visit) => {
      const sentence = words(visit, 'សូមសរសេរឈ្មោះ។', 'Write the name.');
      const form = formState<string>(new Map(), { errors: new Map([['form-name', sentence]]) });
      return (
        <Form visit={visit} form={form} submitLabel={words(visit, 'រក្សាទុក', 'Save')}>
          <FieldGroup legend={words(visit, 'អំពីអង្គការ', 'About the organisation')}>
            <TextField form={form} name="form-name" label={words(visit, 'ឈ្មោះ', 'Name')} />
          </FieldGroup>
          <OneMoreRow group="rows" label={words(visit, 'បន្ថែមមួយជួរទៀត', 'One more row')} />
        </Form>
      );
    },
  },
];
