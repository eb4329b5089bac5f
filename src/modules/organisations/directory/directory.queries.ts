import { type SqlBool, sql } from 'kysely';
import { memberStandings, type Standing } from '#src/kernel/audience.ts';
import { searchKeyKm } from '#src/kernel/khmer/search-key.ts';
import type { Language, LocalText } from '#src/kernel/local-text.ts';
import { type Runtime, reading } from '#src/platform/db/handles.ts';
import { readKey, writeKey } from '#src/platform/db/page-key.ts';
import { today } from '#src/platform/db/today.ts';
import type { OrganisationKind } from '../codes/codes.ts';
import { currentStanding } from '../memberships/membership.queries.ts';
import type { DirectorySearch } from './directory.form.ts';

export const pageSize = 30;

export type Listed = {
  readonly id: string;
  readonly slug: string;
  readonly name: LocalText;
  readonly abbreviation: string | null;
  readonly kind: OrganisationKind;
  readonly province: string | null;
  readonly standing: Standing | null;
};

export type Directory = { readonly organisations: readonly Listed[]; readonly next: string | undefined };

/** One page of the directory, in the alphabet of the language, from the key of the page before. */
export async function listDirectory(
  runtime: Runtime,
  search: DirectorySearch,
  language: Language,
): Promise<Directory> {
  const after = readKey(search.after, 2);
  const sortName = language === 'km' ? sql.ref<string>('sort_km') : sql.ref<string>('sort_en');
  const rows = await matching(runtime, search)
    .select(['id', 'slug', 'name', 'abbreviation', 'kind', 'province'])
    .select(sortName.as('sortName'))
    .select(currentStanding(today(runtime)))
    .$if(after !== undefined, (query) =>
      query.where(
        sql<SqlBool>`(${sortName} collate "km-x-icu", id) > (${after?.[0]} collate "km-x-icu", ${after?.[1]}::uuid)`,
      ),
    )
    .orderBy(sql`${sortName} collate "km-x-icu"`)
    .orderBy('id')
    .limit(pageSize + 1)
    .execute();
  const organisations = rows.slice(0, pageSize);
  const last = organisations.at(-1);
  return {
    organisations,
    next: rows.length > pageSize && last ? writeKey([last.sortName, last.id]) : undefined,
  };
}

export async function countDirectory(runtime: Runtime, search: DirectorySearch): Promise<number> {
  const row = await matching(runtime, search)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

function matching(runtime: Runtime, search: DirectorySearch) {
  const { kind, standing, expertise, sector, province, language } = search;
  const words = searchKeyKm(search.q ?? '')
    .split(' ')
    .filter(Boolean)
    .slice(0, 8);
  const day = today(runtime);
  return reading(runtime)
    .selectFrom('organisations.organisation as organisation')
    .where('archived_at', 'is', null)
    .$if(words.length > 0, (query) =>
      query.where(sql<SqlBool>`search_key like all(${words.map((word) => `%${literal(word)}%`)})`),
    )
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind ?? 'other'))
    .$if(expertise !== undefined, (query) => query.where(sql<SqlBool>`${expertise} = any(expertise)`))
    .$if(sector !== undefined, (query) => query.where(sql<SqlBool>`${sector} = any(sectors)`))
    .$if(language !== undefined, (query) => query.where(sql<SqlBool>`${language} = any(languages)`))
    .$if(province !== undefined, (query) => query.where('province', '=', province ?? ''))
    .$if(standing !== undefined, (query) =>
      query.where((outer) =>
        outer.exists(
          outer
            .selectFrom('organisations.membership as held')
            .select('held.id')
            .whereRef('held.organisation_id', '=', 'organisation.id')
            .where('held.standing', '=', standing ?? 'member')
            .where('held.since', '<=', day)
            .where((row) => row.or([row('held.until', 'is', null), row('held.until', '>', day)])),
        ),
      ),
    );
}

/** A word as LIKE reads it, letter by letter. */
const literal = (word: string): string => word.replace(/[\\%_]/g, (sign) => `\\${sign}`);

/** Members of the network today, for the front page: founders first, then by name. */
export const listMembers = (runtime: Runtime, limit: number): Promise<Listed[]> =>
  members(runtime)
    .select(['organisation.id', 'slug', 'name', 'abbreviation', 'kind', 'province', 'standing'])
    .orderBy(sql`array_position(array['founding', 'partner', 'member'], standing)`)
    .orderBy(sql`sort_en collate "km-x-icu"`)
    .limit(limit)
    .execute();

export async function countMembers(runtime: Runtime): Promise<number> {
  const { count } = await members(runtime)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

const members = (runtime: Runtime) =>
  reading(runtime)
    .selectFrom('organisations.membership as membership')
    .innerJoin('organisations.organisation as organisation', 'organisation.id', 'membership.organisation_id')
    .where('archived_at', 'is', null)
    .where(sql<SqlBool>`standing = any(${memberStandings})`)
    .where('since', '<=', today(runtime))
    .where((row) => row.or([row('until', 'is', null), row('until', '>', today(runtime))]));

export type Name = { readonly id: string; readonly slug: string; readonly name: LocalText };

/** For choosing one from a list, as a form does. */
export const listNames = (runtime: Runtime, language: Language): Promise<Name[]> =>
  reading(runtime)
    .selectFrom('organisations.organisation')
    .select(['id', 'slug', 'name'])
    .where('archived_at', 'is', null)
    .orderBy(sql`${sql.ref(language === 'km' ? 'sort_km' : 'sort_en')} collate "km-x-icu"`)
    .limit(1000)
    .execute();

/** Several by id, such as those a person works for. */
export const listByIds = (runtime: Runtime, ids: readonly string[]): Promise<Name[]> =>
  reading(runtime)
    .selectFrom('organisations.organisation')
    .select(['id', 'slug', 'name'])
    .where(sql<SqlBool>`id = any(${ids})`)
    .limit(100)
    .execute();
