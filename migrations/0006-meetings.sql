create schema meetings;

-- What sort of meeting; the network adds its own.
create table meetings.kind (
  id uuid primary key,
  name jsonb not null,
  rank integer not null
);

-- The rule: who, how often, where, unless an occurrence says otherwise.
create table meetings.series (
  id uuid primary key,
  slug text not null unique,
  kind_id uuid not null references meetings.kind,
  name jsonb not null,
  about jsonb not null default '{}',
  about_html jsonb not null default '{}',
  visible_to text not null check (visible_to in ('public', 'accounts', 'members', 'partners')),
  open_to text not null check (open_to in ('public', 'accounts', 'members', 'partners')),
  -- Others may know that it exists and when; never its link, place or minutes.
  is_announced boolean not null default false,
  host_organisation_id uuid,
  -- RFC 5545 RRULE, without DTSTART; null while nothing repeats.
  recurrence text,
  first_on date,
  starts_at_time time,
  zone text not null,
  minutes_long integer not null check (minutes_long between 5 and 14400),
  place jsonb not null default '{}',
  call_link text,
  dial_in text,
  -- Null: as many as come.
  seats integer check (seats > 0),
  rsvp_closes_hours integer not null default 0 check (rsvp_closes_hours between 0 and 720),
  made_until date,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  ended_at timestamptz,
  check ((recurrence is null) or (first_on is not null and starts_at_time is not null))
);

-- One dated meeting. What is null is as the series says.
create table meetings.occurrence (
  id uuid primary key,
  series_id uuid not null references meetings.series,
  -- RFC 5545 RECURRENCE-ID: the day the rule gave it, which stays when it is moved. Null: made by hand.
  recurrence_on date,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  name jsonb,
  note jsonb not null default '{}',
  place jsonb,
  call_link text,
  dial_in text,
  host_organisation_id uuid,
  seats integer check (seats > 0),
  -- Kept by the operations, so that lists need no count. The check is the last line of defence.
  seats_taken integer not null default 0 check (seats_taken >= 0 and (seats is null or seats_taken <= seats)),
  seats_waiting integer not null default 0 check (seats_waiting >= 0),
  rsvp_closes_at timestamptz not null,
  -- Somebody changed it by hand: the rule leaves it alone.
  is_changed boolean not null default false,
  cancelled_at timestamptz,
  cancelled_reason jsonb,
  -- RFC 5545 SEQUENCE
  sequence integer not null default 0,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  check (ends_at > starts_at),
  unique (series_id, recurrence_on)
);
create index on meetings.occurrence (starts_at, id);
create index on meetings.occurrence (series_id, starts_at);

-- An answer, by a person we know or by whoever holds a link.
create table meetings.rsvp (
  id uuid primary key,
  occurrence_id uuid not null references meetings.occurrence,
  person_id uuid,
  grant_id uuid,
  organisation_id uuid,
  name text,
  -- Where a stranger is reached.
  address_id uuid,
  answer text not null check (answer in ('accepted', 'tentative', 'declined')),
  seats integer not null check (seats between 1 and 50),
  companions text,
  -- Only a yes is seated, or waits for a seat.
  seating text check (seating in ('seated', 'waiting')),
  waiting_since timestamptz,
  answered_at timestamptz not null,
  check (num_nonnulls(person_id, grant_id) = 1),
  check ((answer = 'accepted') = (seating is not null)),
  check ((seating is not distinct from 'waiting') = (waiting_since is not null)),
  unique nulls not distinct (occurrence_id, person_id, grant_id)
);
create index on meetings.rsvp (occurrence_id, waiting_since, id) where seating = 'waiting';
create index on meetings.rsvp (person_id) where person_id is not null;
create unique index on meetings.rsvp (occurrence_id, address_id) where address_id is not null;

-- Somebody asked to come to one meeting: a person we know, or a stranger by a grant.
create table meetings.invitation (
  id uuid primary key,
  occurrence_id uuid not null references meetings.occurrence,
  person_id uuid,
  grant_id uuid,
  name text,
  address_id uuid,
  invited_at timestamptz not null,
  check (num_nonnulls(person_id, grant_id) = 1),
  unique nulls not distinct (occurrence_id, person_id, grant_id)
);
create unique index on meetings.invitation (occurrence_id, address_id) where address_id is not null;

create table meetings.minutes (
  id uuid primary key,
  occurrence_id uuid not null unique references meetings.occurrence,
  body jsonb not null default '{}',
  body_html jsonb not null default '{}',
  attended integer check (attended >= 0),
  published_at timestamptz,
  -- Two people at once: the second is told, not overwritten.
  revision integer not null default 1,
  changed_at timestamptz not null
);
create index on meetings.minutes (published_at desc) where published_at is not null;

create table meetings.decision (
  id uuid primary key,
  minutes_id uuid not null references meetings.minutes,
  rank integer not null,
  text jsonb not null
);
create index on meetings.decision (minutes_id, rank);

create table meetings.action_item (
  id uuid primary key,
  minutes_id uuid not null references meetings.minutes,
  rank integer not null,
  text jsonb not null,
  -- A person, or an organisation for whichever of its people take it on.
  owner_person_id uuid,
  owner_organisation_id uuid,
  due_on date not null,
  closed_at timestamptz,
  closed_by uuid,
  check (num_nonnulls(owner_person_id, owner_organisation_id) = 1)
);
create index on meetings.action_item (minutes_id, rank);
create index on meetings.action_item (owner_person_id, due_on) where closed_at is null;
create index on meetings.action_item (owner_organisation_id, due_on) where closed_at is null;
create index on meetings.action_item (due_on) where closed_at is null;
