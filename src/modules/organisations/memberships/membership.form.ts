import { z } from 'zod';
import { standings } from '#src/kernel/audience.ts';
import { day, oneOf } from '#src/web/form/fields.ts';

export const membershipForm = z.object({
  standing: oneOf(standings, 'membership.standing.required'),
  since: day('membership.since.wrong'),
});

export const membershipEndForm = z.object({ until: day('membership.until.wrong') });

export const membershipUndoForm = z.object({ membershipId: z.uuid() });
