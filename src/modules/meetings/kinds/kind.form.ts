import { z } from 'zod';
import { line, requiredLocalText } from '#src/web/form/fields.ts';

export const kindForm = z.object({
  name: requiredLocalText(line, { required: 'kind.name.required', max: 80 }),
});
