-- Keys in a phone, a computer or a stick, that sign in by themselves. What is stored opens nothing;
-- it is sealed to its row so that nobody puts a key of theirs in its place.
create table factors.passkey (
    person_id       uuid not null references accounts.account (person_id),
    id              uuid not null,
    credential_hash bytea not null,
    credential      bytea not null,
    name            bytea not null,
    backup_eligible boolean not null,
    sign_count      bigint not null,
    added_at        timestamptz not null,
    last_used_at    timestamptz,
    primary key (person_id, id),
    unique (person_id, credential_hash)
);

comment on column factors.passkey.person_id is 'personal';
comment on column factors.passkey.id is 'plain';
comment on column factors.passkey.credential_hash is 'secret: keyed hash of the credential''s id';
comment on column factors.passkey.credential is 'personal: sealed; id and public key';
comment on column factors.passkey.name is 'personal: sealed; as its owner calls it';
comment on column factors.passkey.backup_eligible is 'plain: whether its keeper may copy it to other devices; never changes';
comment on column factors.passkey.sign_count is 'plain: how often it signed, by its own count; 0 where it does not count';
comment on column factors.passkey.added_at is 'plain';
comment on column factors.passkey.last_used_at is 'plain';

-- A challenge on its way to be signed, once.
create table factors.ceremony (
    secret_hash bytea primary key,
    session_id  uuid,
    expires_at  timestamptz not null
);

create index ceremony_expires on factors.ceremony (expires_at);

comment on column factors.ceremony.secret_hash is 'secret: keyed hash of the cookie the challenge is made from';
comment on column factors.ceremony.session_id is 'plain: in which a key is added; null where somebody signs in';
comment on column factors.ceremony.expires_at is 'plain';
