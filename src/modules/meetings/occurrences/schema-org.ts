import type { Occurrence } from './occurrence.ts';

/** A public meeting in the words of schema.org (Event). */
export const schemaOrg = (occurrence: Occurrence, address: string): object => ({
  '@context': 'https://schema.org',
  '@type': 'Event',
  '@id': address,
  url: address,
  name: occurrence.name.en ?? occurrence.name.km,
  startDate: occurrence.startsAt.toISOString(),
  endDate: occurrence.endsAt.toISOString(),
  eventStatus: `https://schema.org/${occurrence.isCancelled ? 'EventCancelled' : 'EventScheduled'}`,
  isAccessibleForFree: true,
  location: {
    '@type': 'Place',
    name: occurrence.place?.en ?? occurrence.place?.km ?? 'Cambodia',
    address: { '@type': 'PostalAddress', addressCountry: 'KH' },
  },
  organizer: occurrence.host && {
    '@type': 'Organization',
    name: occurrence.host.en ?? occurrence.host.km,
  },
});
