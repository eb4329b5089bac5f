create schema accounts;

-- Four tables written by better-auth under our words; the columns are its own (see sign-in/machinery.queries.ts).
create table accounts.sign_in (
  id uuid primary key,
  name text not null,
  -- Somebody without an e-mail address has one that cannot exist: <person>@phone.invalid (RFC 2606).
  email text not null unique check (email = lower(email)),
  email_verified boolean not null,
  image text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

-- The token is kept as its SHA-256 only: a stolen copy of this table opens nothing.
create table accounts.session (
  id uuid primary key,
  sign_in_id uuid not null references accounts.sign_in on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  client_address text,
  browser text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null
);
create index on accounts.session (sign_in_id);

-- One password per sign-in. The six token columns belong to OAuth, which we do not use; better-auth names them in its joins.
create table accounts.credential (
  id uuid primary key,
  sign_in_id uuid not null references accounts.sign_in on delete cascade,
  provider text not null,
  external_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null,
  unique (provider, external_id)
);
create index on accounts.credential (sign_in_id);

-- Links that work once. The id is text: for its locks better-auth writes a SHA-256 there, which is no UUID.
create table accounts.verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on accounts.verification (identifier);

-- Somebody we know. Most have no sign-in, and never need one.
create table accounts.person (
  id uuid primary key,
  name jsonb not null,
  language text not null check (language in ('km', 'en')),
  sign_in_id uuid unique references accounts.sign_in,
  created_at timestamptz not null
);

-- One row per organisation a person speaks or works for; without an organisation, a coordinator of the network.
create table accounts.seat (
  id uuid primary key,
  person_id uuid not null references accounts.person,
  organisation_id uuid,
  role text not null check (role in ('representative', 'staff', 'coordinator')),
  since timestamptz not null,
  check ((role = 'coordinator') = (organisation_id is null)),
  unique nulls not distinct (person_id, organisation_id)
);
create index on accounts.seat (organisation_id);

-- What whoever holds a secret link may do: answer for one subject.
create table accounts.grant (
  id uuid primary key,
  subject_id uuid not null,
  created_at timestamptz not null
);
create index on accounts.grant (subject_id);

-- The links of a grant: each message that needs one gets its own, because only hashes are kept.
create table accounts.grant_link (
  secret_hash text primary key,
  grant_id uuid not null references accounts.grant,
  -- Sent to the address the grant is for; else it was shown to whoever typed that address.
  is_sent boolean not null,
  created_at timestamptz not null
);
create index on accounts.grant_link (grant_id);

create table accounts.invitation (
  id uuid primary key,
  role text not null check (role in ('coordinator', 'representative', 'staff', 'account')),
  organisation_id uuid,
  -- What the inviter calls the person; the person may write it otherwise.
  name text,
  language text not null check (language in ('km', 'en')),
  -- Without an address it is a link that was handed over, as the first coordinator's is.
  channel text check (channel in ('email', 'sms')),
  address text,
  secret_hash text not null unique,
  invited_by uuid references accounts.person,
  invited_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  person_id uuid references accounts.person,
  accepted_at timestamptz,
  check ((person_id is null) = (accepted_at is null)),
  check ((role in ('representative', 'staff')) = (organisation_id is not null)),
  check (num_nonnulls(channel, address) in (0, 2))
);
create index on accounts.invitation (organisation_id);

-- For other modules: what a person is called and reads, and whether they can sign in.
create view accounts.named as
select person.id, person.name, person.language, person.sign_in_id is not null as has_sign_in
from accounts.person;

-- For other modules: who speaks or works for which organisation.
create view accounts.seated as
select seat.person_id, seat.organisation_id, seat.role
from accounts.seat
where seat.organisation_id is not null;
