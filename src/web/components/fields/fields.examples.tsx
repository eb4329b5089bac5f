import { filledForm, formState } from '../../form/form-state.ts';
import { type Example, words } from '../../gallery/example.ts';
import type { Visit } from '../../visit.ts';
import {
  Checkboxes,
  LocalField,
  PasswordField,
  Radios,
  Select,
  TextArea,
  TextField,
  Tick,
} from './fields.tsx';

const places = (visit: Visit) =>
  [
    ['12', words(visit, 'ភ្នំពេញ', 'Phnom Penh')],
    ['17', words(visit, 'សៀមរាប', 'Siem Reap')],
    ['02', words(visit, 'បាត់ដំបង', 'Battambang')],
  ] as const;

const wrong = (visit: Visit, name: string) =>
  formState<string>(new Map([[name, ['012']]]), {
    errors: new Map([
      [name, words(visit, 'សូមសរសេរលេខទូរស័ព្ទ ដូចជា 012 000 000។', 'Write a phone number such as 012 000 000.')],
    ]),
  });

export const fieldsExamples: readonly Example[] = [
  {
    name: 'text with a hint',
    show: (visit) => (
      <TextField
        form={filledForm<string>({ plain: words(visit, 'សុខា', 'Sokha') })}
        name="plain"
        label={words(visit, 'ឈ្មោះរបស់អ្នក', 'Your name')}
        hint={words(visit, 'ដូចដែលគេហៅអ្នក។', 'As people call you.')}
      />
    ),
  },
  {
    name: 'text with an error',
    show: (visit) => (
      <TextField
        form={wrong(visit, 'phone')}
        name="phone"
        label={words(visit, 'លេខទូរស័ព្ទ', 'Phone number')}
        type="tel"
        inputMode="tel"
        size="middle"
      />
    ),
  },
  {
    name: 'password',
    show: (visit) => (
      <PasswordField
        form={filledForm<string>()}
        name="secret"
        label={words(visit, 'ពាក្យសម្ងាត់', 'Password')}
        autoComplete="new-password"
      />
    ),
  },
  {
    name: 'paragraphs',
    show: (visit) => (
      <TextArea
        form={filledForm<string>()}
        name="story"
        label={words(visit, 'រឿងរបស់យើង', 'Our story')}
        rows={3}
      />
    ),
  },
  {
    name: 'both languages',
    show: (visit) => (
      <LocalField
        form={filledForm({ title: { km: 'បណ្ដាញ', en: 'Network' } })}
        name="title"
        label={words(visit, 'ឈ្មោះ', 'Name')}
        labels={{
          km: words(visit, 'ជាភាសាខ្មែរ', 'In Khmer'),
          en: words(visit, 'ជាភាសាអង់គ្លេស', 'In English'),
        }}
      />
    ),
  },
  {
    name: 'one of a list',
    show: (visit) => (
      <Select
        form={filledForm<string>({ place: '17' })}
        name="place"
        label={words(visit, 'ខេត្ត', 'Province')}
        options={places(visit)}
        empty={words(visit, 'សូមជ្រើសរើស', 'Please choose')}
      />
    ),
  },
  {
    name: 'one of a few, numbered',
    show: (visit) => (
      <Radios
        form={filledForm<string>({ few: '17' })}
        name="few"
        label={words(visit, 'ខេត្ត', 'Province')}
        options={places(visit)}
        numbered
      />
    ),
  },
  {
    name: 'several',
    show: (visit) => (
      <Checkboxes
        form={filledForm<string>({ several: ['12', '02'] })}
        name="several"
        label={words(visit, 'ខេត្ត', 'Provinces')}
        options={places(visit)}
      />
    ),
  },
  {
    name: 'to agree to',
    show: (visit) => (
      <Tick
        form={filledForm<string>({ agreed: 'yes' })}
        name="agreed"
        label={words(visit, 'បង្ហាញជាសាធារណៈ', 'Show it to everybody')}
      />
    ),
  },
];
