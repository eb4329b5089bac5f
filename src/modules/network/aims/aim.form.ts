import { z } from 'zod';
import { line, requiredLocalText, rows } from '#src/web/form/fields.ts';

/** All aims at once, in their order: a row left blank is gone. */
export const aimsForm = z.object({
  aims: rows(z.object({ text: requiredLocalText(line, { required: 'aim.text.required', max: 300 }) })),
});
