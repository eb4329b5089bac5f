import { z } from 'zod';
import { localText, paragraphs } from '#src/web/form/fields.ts';

export const cancellationForm = z.object({ reason: localText(paragraphs, { max: 1000 }) });
