create schema federation;

-- An account at an identity provider that signs a person in: one per person and provider.
create table federation.link (
    person_id    uuid not null references accounts.account (person_id),
    provider     text not null,
    id           uuid not null,
    subject_hash bytea not null,
    level        integer not null,
    linked_at    timestamptz not null,
    last_used_at timestamptz,
    primary key (person_id, provider)
);

comment on column federation.link.person_id is 'personal';
comment on column federation.link.provider is 'plain: name of the provider in the settings';
comment on column federation.link.id is 'plain: what pages and the trail call it by';
comment on column federation.link.subject_hash is 'secret: keyed hash of what the provider calls the account';
comment on column federation.link.level is 'plain: level of assurance at the last sign-in';
comment on column federation.link.linked_at is 'plain';
comment on column federation.link.last_used_at is 'plain';

-- Whose an account at a provider is: one person's only, however many try at the same moment.
create table federation.subject_claim (
    subject_hash bytea primary key,
    person_id    uuid not null
);

create index subject_claim_person on federation.subject_claim (person_id);

comment on column federation.subject_claim.subject_hash is 'secret: as in link';
comment on column federation.subject_claim.person_id is 'personal';

-- Somebody the provider has named, who must still show a code or has to be warned.
create table federation.awaited (
    person_id    uuid not null,
    entry_hash   bytea not null,
    provider     text not null,
    subject_hash bytea not null,
    level        integer not null,
    code_needed  boolean not null,
    expires_at   timestamptz not null,
    primary key (person_id, entry_hash)
);

create index awaited_expires on federation.awaited (expires_at);

comment on column federation.awaited.person_id is 'personal';
comment on column federation.awaited.entry_hash is 'secret: keyed hash of the cookie of the entry that waits';
comment on column federation.awaited.provider is 'plain: name of the provider in the settings';
comment on column federation.awaited.subject_hash is 'secret: as in link';
comment on column federation.awaited.level is 'plain: level of assurance';
comment on column federation.awaited.code_needed is 'plain: whether a link is to be made, which needs a code; else only the warning';
comment on column federation.awaited.expires_at is 'plain';

-- A browser on its way to a provider and back, once.
create table federation.departure (
    secret_hash bytea primary key,
    provider    text not null,
    expires_at  timestamptz not null
);

create index departure_expires on federation.departure (expires_at);

comment on column federation.departure.secret_hash is 'secret: keyed hash of the cookie from which state, nonce and verifier are derived';
comment on column federation.departure.provider is 'plain: name of the provider in the settings';
comment on column federation.departure.expires_at is 'plain';
