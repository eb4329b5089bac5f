import type { Language, LocalText } from '#src/kernel/local-text.ts';
import type { Load, Runtime } from '#src/platform/db/handles.ts';

/** What organisations are called, for invitations to speak for them; organisations knows (see composition.ts). */
export type OrganisationNames = (
  handle: Runtime | Load,
  ids: readonly string[],
) => Promise<ReadonlyMap<string, LocalText>>;

/** Every organisation there is, to choose one from. */
export type OrganisationChoices = (
  runtime: Runtime,
  language: Language,
) => Promise<readonly { readonly id: string; readonly name: LocalText }[]>;
