import { z } from 'zod';
import { localText, paragraphs, ticked } from '#src/web/form/fields.ts';

export const cancellationForm = z.object({ reason: localText(paragraphs, { max: 1000 }) });

export const undoForm = z.object({ tellPeople: ticked() });
