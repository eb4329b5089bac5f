// Closed lists, so that everybody's data means the same. Their words are in codes.text.ts, in both languages.
export const organisationKinds = [
  'technology',
  'grassroots',
  'donor',
  'academic',
  'government',
  'media',
  'other',
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

/** What an organisation works on. */
export const sectors = [
  'agriculture',
  'children',
  'disability',
  'disaster',
  'education',
  'elections',
  'environment',
  'fisheries',
  'gender',
  'governance',
  'health',
  'human-rights',
  'land',
  'livelihoods',
  'media',
  'migration',
  'water',
  'youth',
] as const;
export type Sector = (typeof sectors)[number];

/** What an organisation knows how to do with technology, and can help others with. */
export const expertises = [
  'data',
  'design',
  'hosting',
  'khmer-computing',
  'mapping',
  'messaging-apps',
  'mobile-apps',
  'open-data',
  'open-source',
  'radio',
  'research',
  'security',
  'sms',
  'social-media',
  'surveys',
  'training',
  'video',
  'voice',
  'websites',
] as const;
export type Expertise = (typeof expertises)[number];

/** Languages people can write to an organisation in; BCP 47. */
export const workingLanguages = ['km', 'en', 'fr', 'vi', 'th', 'zh', 'cja', 'jra', 'krr', 'cmo'] as const;
export type WorkingLanguage = (typeof workingLanguages)[number];
