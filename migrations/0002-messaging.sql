create schema messaging;

-- Where a human can be reached. Private: it is shown to that person and to those who may write to them, nowhere else.
create table messaging.address (
  id uuid primary key,
  channel text not null check (channel in ('email', 'sms')),
  address text not null,
  language text not null check (language in ('km', 'en')),
  person_id uuid,
  -- Where a message to the person goes when they have several.
  is_preferred boolean not null default false,
  created_at timestamptz not null,
  unique (channel, address)
);
create index on messaging.address (person_id);
create unique index on messaging.address (person_id) where is_preferred;

create table messaging.inbox (
  id uuid primary key,
  channel text not null check (channel in ('email', 'sms')),
  external_id text not null,
  address text not null,
  body text not null,
  received_at timestamptz not null,
  done_at timestamptz,
  unique (channel, external_id)
);
create index on messaging.inbox (channel, address, received_at);

-- An address is in one conversation at a time, the open one; others wait their turn, in the order of their ids. The answer
-- given last stays, so that it can be given anew. The grant is what a stranger may answer for.
create table messaging.run (
  id uuid primary key,
  address_id uuid not null references messaging.address,
  flow text not null,
  state jsonb not null,
  grant_id uuid,
  stage text not null check (stage in ('open', 'waiting', 'ended')),
  -- When it came to its stage: what somebody wrote before that was no answer to it.
  changed_at timestamptz not null
);
create index on messaging.run (address_id, id);
create unique index on messaging.run (address_id) where stage = 'open';
create unique index on messaging.run (address_id) where stage = 'ended';
create index on messaging.run (address_id) where stage = 'waiting';

create table messaging.outbox (
  id uuid primary key,
  -- One message for one cause, however often the cause is handled.
  dedupe_key text unique,
  address_id uuid not null references messaging.address,
  channel text not null check (channel in ('email', 'sms')),
  address text not null,
  -- What it is about, as `accounts.invitation`.
  about text not null,
  subject text not null,
  body text not null,
  state text not null check (
    state in ('queued', 'held', 'claimed', 'accepted', 'sent', 'delivered', 'failed', 'expired', 'unknown')
  ),
  attempt integer not null default 0,
  next_at timestamptz not null,
  lease_until timestamptz,
  provider_id text,
  problem text,
  maybe_duplicate boolean not null default false,
  queued_at timestamptz not null,
  changed_at timestamptz not null
);
create index on messaging.outbox (next_at) where state in ('queued', 'claimed');
create index on messaging.outbox (address_id, id);
create index on messaging.outbox (channel, provider_id) where provider_id is not null;
create index on messaging.outbox (id) where state = 'failed';
