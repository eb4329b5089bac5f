import { z } from 'zod';
import { standings } from '#src/kernel/audience.ts';
import { provinceCodes } from '#src/kernel/khmer/provinces.ts';
import { line } from '#src/web/form/fields.ts';
import { expertises, organisationKinds, sectors, workingLanguages } from '../codes/codes.ts';

/** The query string of the directory. Whatever it does not know is as if it were not there. */
export const directoryForm = z.object({
  q: line({ max: 100 }).optional().catch(undefined),
  kind: z.enum(organisationKinds).optional().catch(undefined),
  standing: z.enum(standings).optional().catch(undefined),
  expertise: z.enum(expertises).optional().catch(undefined),
  sector: z.enum(sectors).optional().catch(undefined),
  province: z.enum(provinceCodes).optional().catch(undefined),
  language: z.enum(workingLanguages).optional().catch(undefined),
  // Room for the longest name in Khmer.
  after: z.string().max(1000).optional().catch(undefined),
});

export type DirectorySearch = z.output<typeof directoryForm>;
