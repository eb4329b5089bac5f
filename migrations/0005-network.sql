create schema network;

-- The installation itself: one row.
create table network.network (
  id uuid primary key,
  is_only boolean not null default true unique check (is_only),
  name jsonb not null,
  tagline jsonb not null default '{}',
  lead jsonb not null default '{}',
  story jsonb not null default '{}',
  story_html jsonb not null default '{}',
  website text,
  street jsonb not null default '{}',
  changed_at timestamptz not null
);

create table network.aim (
  id uuid primary key,
  rank integer not null,
  text jsonb not null
);

create table network.activity (
  id uuid primary key,
  rank integer not null,
  name jsonb not null,
  text jsonb not null default '{}'
);

-- Numbers the network quotes, each with where it comes from.
create table network.figure (
  id uuid primary key,
  rank integer not null,
  value jsonb not null,
  label jsonb not null,
  source jsonb not null,
  source_url text,
  -- Shown on the front page, not only under About.
  is_main boolean not null default false
);

-- Which organisation runs the network, and when. Past hosts stay.
create table network.host_term (
  id uuid primary key,
  organisation_id uuid not null,
  since date not null,
  until date,
  check (until is null or until >= since)
);
create unique index on network.host_term ((true)) where until is null;

create table network.supporter (
  id uuid primary key,
  rank integer not null,
  name jsonb not null,
  text jsonb not null default '{}',
  website text,
  since_year integer,
  until_year integer
);

create table network.news_item (
  id uuid primary key,
  title jsonb not null,
  body jsonb not null,
  body_html jsonb not null,
  published_at timestamptz,
  created_at timestamptz not null,
  changed_at timestamptz not null
);
create index on network.news_item (published_at desc, id desc) where published_at is not null;

create table network.contact_message (
  id uuid primary key,
  name text not null,
  -- As written; a phone number or an e-mail address.
  reply_to text not null,
  body text not null,
  language text not null check (language in ('km', 'en')),
  received_at timestamptz not null,
  answered_at timestamptz,
  answered_by uuid
);
create index on network.contact_message (id) where answered_at is null;
