create schema organisations;

create table organisations.organisation (
  id uuid primary key,
  slug text not null unique,
  name jsonb not null,
  -- The letters people know it by, such as ODC.
  abbreviation text,
  kind text not null check (
    kind in ('technology', 'grassroots', 'donor', 'academic', 'government', 'media', 'other')
  ),
  about jsonb not null default '{}',
  about_html jsonb not null default '{}',
  website text,
  -- What anybody may see and use; private ways to reach its people are in messaging.address.
  public_email text,
  public_phone text,
  street jsonb not null default '{}',
  province text,
  languages text[] not null default '{}',
  sectors text[] not null default '{}',
  expertise text[] not null default '{}',
  -- searchKeyKm of its names and letters: found from the middle of a Khmer word too.
  search_key text not null,
  -- searchKeyKm of the name alone: no two organisations are called the same.
  name_key text not null unique,
  sort_km text not null generated always as (coalesce(name ->> 'km', name ->> 'en')) stored,
  sort_en text not null generated always as (coalesce(name ->> 'en', name ->> 'km')) stored,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  -- It left no trace behind but its history: shown nowhere but there.
  archived_at timestamptz
);
create index on organisations.organisation (sort_km collate "km-x-icu", id) where archived_at is null;
create index on organisations.organisation (sort_en collate "km-x-icu", id) where archived_at is null;

-- An organisation's place in the network over time; until is the first day it no longer holds.
create table organisations.membership (
  id uuid primary key,
  organisation_id uuid not null references organisations.organisation,
  standing text not null check (standing in ('founding', 'partner', 'member', 'supporter')),
  since date not null,
  until date,
  check (until is null or until >= since)
);
create index on organisations.membership (organisation_id, since);
create unique index on organisations.membership (organisation_id) where until is null;

-- A person's place in an organisation as the directory shows it. Only what may be public is kept here.
create table organisations.position (
  id uuid primary key,
  organisation_id uuid not null references organisations.organisation,
  person_id uuid not null,
  title jsonb not null default '{}',
  is_public boolean not null default false,
  public_email text,
  public_phone text,
  unique (organisation_id, person_id)
);
create index on organisations.position (person_id);

create table organisations.project (
  id uuid primary key,
  organisation_id uuid not null references organisations.organisation,
  name jsonb not null,
  summary jsonb not null default '{}',
  website text,
  since_year integer,
  until_year integer
);
create index on organisations.project (organisation_id, id);

-- For other modules: whose name and standing, today.
create view organisations.named as
select
  organisation.id,
  organisation.slug,
  organisation.name,
  organisation.abbreviation,
  organisation.archived_at is not null as is_archived
from organisations.organisation;

-- For other modules: who works where, and whether everybody may know that.
create view organisations.placed as
select position.id, position.person_id, position.organisation_id, position.is_public
from organisations.position;
