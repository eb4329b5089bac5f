import { provinces } from '#src/kernel/khmer/provinces.ts';
import type { Organisation } from './organisation.ts';

/** The organisation in the words of schema.org (Organization), from what is public anyway. */
export function schemaOrg(organisation: Organisation, address: string): object {
  const {
    name,
    abbreviation,
    about = {},
    website,
    publicEmail,
    publicPhone,
    province,
    street,
  } = organisation;
  return {
    '@context': 'https://schema.org',
    '@type': 'Organization',
    '@id': address,
    name: name.en ?? name.km,
    alternateName: [name.km, abbreviation].filter((other) => other && other !== name.en),
    description: about.en ?? about.km,
    url: website ?? address,
    email: publicEmail,
    telephone: publicPhone,
    knowsLanguage: organisation.languages,
    knowsAbout: [...organisation.expertise, ...organisation.sectors],
    address: {
      '@type': 'PostalAddress',
      streetAddress: street?.en ?? street?.km,
      addressRegion: province && provinces[province].en,
      addressCountry: 'KH',
    },
  };
}
