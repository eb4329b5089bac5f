import { type SqlBool, sql } from 'kysely';
import { DatabaseError } from 'pg';
import { isOneOf } from '#src/kernel/codes.ts';
import { isProvinceCode } from '#src/kernel/khmer/provinces.ts';
import type { LocalText } from '#src/kernel/local-text.ts';
import { slugOf } from '#src/kernel/slug.ts';
import { type Load, type Runtime, reading, type Work, writing } from '#src/platform/db/handles.ts';
import { today } from '#src/platform/db/today.ts';
import { htmlOfBoth } from '#src/platform/markdown/markdown.ts';
import { expertises, sectors, workingLanguages } from '../codes/codes.ts';
import { currentStanding } from '../memberships/membership.queries.ts';
import { type Description, nameDivider, nameKeysOf, type Organisation, searchKeyOf } from './organisation.ts';

/** Everything an organisation says of itself is public, so these reads ask for no actor. */
export const findOrganisation = async (handle: Runtime | Load, slug: string) =>
  read(await organisations(handle).where('slug', '=', slug).executeTakeFirst());

export const findOrganisationById = async (handle: Runtime | Load, id: string) =>
  read(await organisations(handle).where('id', '=', id).executeTakeFirst());

/** Whoever changes an organisation, its people, standing or projects holds this lock. */
export const lockOrganisation = async (load: Load, id: string) =>
  read(await organisations(load).where('id', '=', id).forUpdate().executeTakeFirst());

/** What several organisations are called, for modules that know them by id. */
export async function namesOf(
  handle: Runtime | Load,
  ids: readonly string[],
): Promise<ReadonlyMap<string, LocalText>> {
  if (ids.length === 0) return new Map();
  const rows = await reading(handle)
    .selectFrom('organisations.organisation')
    .select(['id', 'name'])
    .where(sql<boolean>`id = any(${ids})`)
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Undefined when another took its name or its address at the same moment. */
export async function saveNewOrganisation(work: Work, id: string, description: Description) {
  const slug = await freeSlug(work, id, description);
  const saved = await writing(work)
    .insertInto('organisations.organisation')
    .values({ id, slug, created_at: work.now, ...columnsOf(work, description) })
    .onConflict((conflict) => conflict.doNothing())
    .returning('slug')
    .executeTakeFirst();
  return saved?.slug;
}

/** Its address stays when its name changes: links to it were passed on. False when another took the name at the same moment. */
export async function saveOrganisation(work: Work, id: string, description: Description): Promise<boolean> {
  try {
    await writing(work)
      .updateTable('organisations.organisation')
      .set(columnsOf(work, description))
      .where('id', '=', id)
      .execute();
    return true;
  } catch (problem) {
    if (problem instanceof DatabaseError && problem.code === uniqueViolation) return false;
    throw problem;
  }
}

const uniqueViolation = '23505';

export async function isNameTaken(load: Load, description: Description, exceptId?: string): Promise<boolean> {
  const rows = await reading(load)
    .selectFrom('organisations.organisation')
    .select('id')
    .where(sql<SqlBool>`string_to_array(name_key, ${nameDivider}) && ${nameKeysOf(description)}::text[]`)
    .execute();
  return rows.some(({ id }) => id !== exceptId);
}

export async function saveArchived(work: Work, id: string, isArchived: boolean): Promise<void> {
  await writing(work)
    .updateTable('organisations.organisation')
    .set({ archived_at: isArchived ? work.now : null, changed_at: work.now })
    .where('id', '=', id)
    .execute();
}

function organisations(handle: Runtime | Load) {
  return reading(handle)
    .selectFrom('organisations.organisation as organisation')
    .select(['id', 'slug', 'name', 'abbreviation', 'kind', 'about', 'website', 'street', 'province'])
    .select(['languages', 'sectors', 'expertise', 'about_html as aboutHtml'])
    .select(['public_email as publicEmail', 'public_phone as publicPhone'])
    .select(sql<boolean>`archived_at is not null`.as('isArchived'))
    .select(currentStanding(today(handle)));
}

type Row = Awaited<ReturnType<ReturnType<typeof organisations>['executeTakeFirst']>>;

const read = (row: Row): Organisation | undefined =>
  row && {
    ...row,
    abbreviation: row.abbreviation ?? undefined,
    website: row.website ?? undefined,
    publicEmail: row.publicEmail ?? undefined,
    publicPhone: row.publicPhone ?? undefined,
    province: row.province && isProvinceCode(row.province) ? row.province : undefined,
    languages: row.languages.filter(isOneOf(workingLanguages)),
    sectors: row.sectors.filter(isOneOf(sectors)),
    expertise: row.expertise.filter(isOneOf(expertises)),
    standing: row.standing ?? undefined,
  };

function columnsOf(work: Work, description: Description) {
  const { name, abbreviation, kind, about = {}, website, street = {}, province } = description;
  return {
    name,
    abbreviation: abbreviation ?? null,
    kind,
    about,
    about_html: htmlOfBoth(about),
    website: website ?? null,
    public_email: description.publicEmail ?? null,
    public_phone: description.publicPhone ?? null,
    street,
    province: province ?? null,
    languages: [...description.languages],
    sectors: [...description.sectors],
    expertise: [...description.expertise],
    search_key: searchKeyOf(description),
    name_key: nameKeysOf(description).join(nameDivider),
    changed_at: work.now,
  };
}

/** The letters it is known by, else its English name; with a number behind when another has that address. */
async function freeSlug(work: Work, id: string, { name, abbreviation }: Description): Promise<string> {
  const wanted = slugOf(abbreviation ?? name.en ?? '') || `organisation-${id.slice(-6)}`;
  const rows = await reading(work)
    .selectFrom('organisations.organisation')
    .select('slug')
    .where('slug', 'like', `${wanted}%`)
    .execute();
  const taken = new Set(rows.map(({ slug }) => slug));
  for (let number = 2; taken.has(wanted); number += 1)
    if (!taken.has(`${wanted}-${number}`)) return `${wanted}-${number}`;
  return wanted;
}
