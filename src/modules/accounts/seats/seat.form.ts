import { z } from 'zod';

/** Without an organisation it is the coordinator's role. */
export const roleEndForm = z.object({ organisationId: z.uuid().optional() });
