import pg from 'pg';

export type Size = { readonly organisations: number; readonly occurrences: number; readonly rsvps: number };

/** The size of a busy national network: what bench/README.md reports on. */
export const usual: Size = { organisations: 200, occurrences: 500, rsvps: 20_000 };

/** Fills an installation that has its seeds, straight in SQL: what is measured is reading, not planting. */
export async function plant(databaseUrl: string, { organisations, occurrences, rsvps }: Size): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(organisationsSql, [organisations]);
    await client.query(occurrencesSql, [occurrences]);
    await client.query(rsvpsSql, [rsvps]);
    await client.query('analyze');
  } finally {
    await client.end();
  }
}

const organisationsSql = `
  with made as (
    insert into organisations.organisation
      (id, slug, name, kind, about, about_html, province, languages, sectors, expertise, search_key, name_key, created_at, changed_at)
    select gen_random_uuid(), 'bench-' || n,
      jsonb_build_object('km', 'អង្គការអភិវឌ្ឍសហគមន៍ លេខ ' || n, 'en', 'Community organisation number ' || n), 'grassroots',
      jsonb_build_object('km', 'ជួយកសិករ និងអ្នកនេសាទឱ្យទទួលព័ត៌មានតាមទូរស័ព្ទ'), '{"km":"<p>ជួយកសិករ</p>"}',
      lpad((1 + n % 25)::text, 2, '0'), '{km}', '{agriculture,health}', '{sms,radio}',
      'អង្គការអភិវឌ្ឍសហគមន៍ លេខ ' || n, 'bench ' || n, now(), now()
    from generate_series(1, $1::int) n
    returning id
  )
  insert into organisations.membership (id, organisation_id, standing, since)
  select gen_random_uuid(), id, 'member', '2020-01-01' from made`;

const occurrencesSql = `
  insert into meetings.occurrence
    (id, series_id, starts_at, ends_at, note, place, seats, seats_taken, rsvp_closes_at, created_at, changed_at)
  select gen_random_uuid(), series.id, starts_at, starts_at + interval '2 hours',
    '{"km":"សូមយកទូរស័ព្ទមកជាមួយ"}', '{"km":"សាលប្រជុំ រាជធានីភ្នំពេញ","en":"Meeting hall, Phnom Penh"}', 10000, 0,
    starts_at, now(), now()
  from generate_series(1, $1::int) n,
    lateral (select now() + (n - $1::int / 2) * interval '1 day' + interval '1 hour' as starts_at) at,
    lateral (select id from meetings.series where visible_to = 'public' order by id offset n % 3 limit 1) series`;

const rsvpsSql = `
  with people as (
    insert into accounts.person (id, name, language, created_at)
    select gen_random_uuid(), jsonb_build_object('km', 'បុគ្គល ' || n), 'km', now() from generate_series(1, 400) n
    returning id
  ), numbered as (select id, row_number() over () as n from people),
  meetings as (select id, row_number() over (order by starts_at desc) as n from meetings.occurrence),
  answers as (
    select meetings.id as occurrence_id, numbered.id as person_id
    from generate_series(0, $1::int - 1) k
    join meetings on meetings.n = 1 + k / 400
    join numbered on numbered.n = 1 + k % 400
  ), saved as (
    insert into meetings.rsvp (id, occurrence_id, person_id, answer, seats, seating, answered_at)
    select gen_random_uuid(), occurrence_id, person_id, 'accepted', 1, 'seated', now() from answers
    returning occurrence_id
  )
  update meetings.occurrence set seats_taken = counted.n
  from (select occurrence_id, count(*) as n from saved group by 1) counted
  where occurrence.id = counted.occurrence_id`;
