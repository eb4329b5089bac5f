import { hasText, type LocalText } from '#src/kernel/local-text.ts';
import { Refused } from '#src/kernel/outcome.ts';

/** What was said and decided; visible to whoever may see the meeting, once it is published. */
export type Minutes = {
  readonly id: string;
  readonly occurrenceId: string;
  readonly body: LocalText;
  readonly bodyHtml: LocalText;
  readonly attended: number | null;
  readonly publishedAt: Date | null;
  readonly revision: number;
  readonly decisions: readonly Decision[];
  readonly actionItems: readonly ActionItem[];
};

export type Decision = { readonly id: string; readonly text: LocalText };

export type ActionItem = {
  readonly id: string;
  readonly text: LocalText;
  readonly ownerPersonId: string | null;
  readonly ownerOrganisationId: string | null;
  readonly ownerName: LocalText;
  /** As 2026-11-22. */
  readonly dueOn: string;
  readonly closedAt: Date | null;
};

/** Who takes an action item on. */
export type Owner = { readonly personId: string } | { readonly organisationId: string };

type Owned = Pick<ActionItem, 'ownerPersonId' | 'ownerOrganisationId'>;

/** An owner as the form names one: `person:<id>` or `organisation:<id>`. */
export const ownerKey = ({ ownerPersonId, ownerOrganisationId }: Owned): string =>
  ownerPersonId ? `person:${ownerPersonId}` : `organisation:${ownerOrganisationId}`;

type Words = Pick<Minutes, 'body'> & { readonly [Rows in 'decisions' | 'actionItems']: readonly unknown[] };

/** What others read says something. */
export function checkWorthReading({ body, decisions, actionItems }: Words): void {
  if (!hasText(body) && decisions.length === 0 && actionItems.length === 0)
    throw new Refused('minutes.empty');
}

/** Two people at once: the second is told, and nothing of theirs is lost. */
export function checkRevision(known: number, seen: number): void {
  if (known !== seen) throw new Refused('minutes.changed-meanwhile');
}
