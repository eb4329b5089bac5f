import type { SeatRole } from '#src/kernel/actor.ts';
import type { Language, LocalText } from '#src/kernel/local-text.ts';

/** Somebody of an organisation as everybody may see them. */
export type PublicPerson = {
  readonly id: string;
  readonly name: LocalText;
  readonly title: LocalText;
  readonly publicEmail: string | null;
  readonly publicPhone: string | null;
};

/** The same, for those who look after the organisation: whether it is shown, and what the person may do. */
export type Position = PublicPerson & {
  readonly personId: string;
  readonly language: Language;
  readonly isPublic: boolean;
  /** Absent for somebody without a part in the network's work on this site. */
  readonly role: SeatRole | null;
  readonly hasSignIn: boolean;
};
