create schema keys;

-- One row. Nodes add to it under its lock; version 0 means that no ring has been made yet.
create table keys.ring (
    is_only    boolean primary key check (is_only),
    version    bigint not null,
    master_key text,
    data_keys  bytea,
    hash_key   bytea,
    inherits   boolean not null,
    changed_at timestamptz not null,
    constraint ring_is_whole check (
        version = 0 or (master_key is not null and data_keys is not null and hash_key is not null))
);

comment on table keys.ring is 'The data keys and the hash key, wrapped by the master key.';
comment on column keys.ring.is_only is 'plain';
comment on column keys.ring.version is 'plain: grows with every change; what nodes look at';
comment on column keys.ring.master_key is 'plain: name of the master key it is wrapped by';
comment on column keys.ring.data_keys is 'secret: a Tink keyset, wrapped by the master key';
comment on column keys.ring.hash_key is 'secret: a Tink keyset, wrapped by the master key';
comment on column keys.ring.inherits is 'plain: sealed and hashed values were there before the ring';
comment on column keys.ring.changed_at is 'plain';

-- An installation that was opened before derived its keys from ANSINH_SECRET_KEY: they are taken over.
insert into keys.ring (is_only, version, inherits, changed_at)
select true, 0, exists (select 1 from platform.installation), now();

-- What may be known of data keys without opening the ring.
create table keys.data_key (
    id          text primary key check (id ~ '^[0-9a-f]{8}$'),
    is_derived  boolean not null,
    made_at     timestamptz not null,
    replaced_at timestamptz,
    retired_at  timestamptz
);

comment on column keys.data_key.id is 'plain: as in the first bytes of what lies under it';
comment on column keys.data_key.is_derived is 'plain: from the master secret, before there was a ring; values under it carry no id';
comment on column keys.data_key.made_at is 'plain';
comment on column keys.data_key.replaced_at is 'plain: nothing new is sealed under it since';
comment on column keys.data_key.retired_at is 'plain: destroyed';
