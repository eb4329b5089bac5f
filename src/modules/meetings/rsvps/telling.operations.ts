import { isSystem } from '#src/kernel/actor.ts';
import { sayDateTime } from '#src/kernel/khmer/dates.ts';
import type { TextKey } from '#src/kernel/text.ts';
import { newGrantLink } from '#src/modules/accounts/index.ts';
import {
  type Addressee,
  findAddressById,
  findPreferredAddress,
  queueText,
} from '#src/modules/messaging/index.ts';
import type { Load, Work } from '#src/platform/db/handles.ts';
import { operation } from '#src/platform/db/operation.ts';
import { findOccurrence } from '../occurrences/occurrence.queries.ts';
import type { Occurrence } from '../occurrences/occurrence.ts';
import { lockRsvp } from './rsvp.queries.ts';

type Locked = NonNullable<Awaited<ReturnType<typeof lockRsvp>>>;

type Tell = {
  readonly rsvpId: string;
  /** What it is about, as `meetings.rsvp`. */
  readonly about: string;
  /** Undefined when it is no longer so. */
  readonly text: (occurrence: Occurrence, rsvp: Locked) => TextKey | undefined;
  /** Told twice with the same key, they hear it once. */
  readonly dedupeKey: string;
};

/** Tells whoever gave an answer something about it, in their language, with their own link to change it. */
export const tellAnswerer = operation({
  name: 'meetings.tellAnswerer',
  load: (load, input: Tell) => lockRsvp(load, input.rsvpId),
  allow: isSystem,
  async run(work, rsvp, { about, text, dedupeKey }) {
    const to = await addresseeOf(work, rsvp);
    const occurrence = await findOccurrence(work, work.actor, rsvp.occurrenceId);
    if (!to || !occurrence) return;
    const words = text(occurrence, rsvp);
    if (!words) return;
    await queueText(work, to, {
      about,
      subject: 'rsvp.subject',
      text: words,
      dedupeKey: `${dedupeKey} ${rsvp.id}`,
      values: {
        ...wordsOf(occurrence, to),
        seats: rsvp.seats,
        link: await answerLinkOf(work, rsvp, occurrence, to),
      },
    });
  },
});

type Whose = Pick<Locked, 'personId' | 'addressId'>;

/** Where a person we know likes to be reached, or where a stranger is. */
export async function addresseeOf(
  load: Load,
  { personId, addressId }: Whose,
): Promise<Addressee | undefined> {
  if (personId) return findPreferredAddress(load, personId);
  return addressId ? findAddressById(load, addressId) : undefined;
}

/** What a message says of a meeting, in the language of an address. */
export const wordsOf = ({ name, startsAt, zone, place }: Occurrence, { language }: Addressee) => ({
  name,
  when: sayDateTime(startsAt, language, zone),
  place: place ?? {},
  /** The same as a sentence of its own, or nothing. */
  where: { ...(place?.km && { km: `${place.km}។` }), ...(place?.en && { en: `${place.en}.` }) },
});

/** The page of the answer; for a stranger, with a secret of its own. */
export async function answerLinkOf(
  work: Work,
  { grantId }: Pick<Locked, 'grantId'>,
  { id }: Occurrence,
  { language }: Addressee,
): Promise<string> {
  const page = `${work.baseUrl}/${language}/occurrences/${id}/rsvp`;
  return grantId ? `${page}?key=${await newGrantLink(work, grantId, 'sent')}` : page;
}
