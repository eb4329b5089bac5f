import { z } from 'zod';
import { textKey } from '#src/kernel/text.ts';
import { day } from '#src/web/form/fields.ts';

export const hostForm = z.object({
  organisationId: z.uuid(textKey('host.organisation.required')),
  since: day('host.since.wrong'),
});

export const hostUndoForm = z.object({ hostTermId: z.uuid() });
