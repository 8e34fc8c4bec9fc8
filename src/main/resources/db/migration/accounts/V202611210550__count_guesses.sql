-- Wrong passwords in a row for one account over all networks, or for one known device of it.
create table accounts.guessing (
    key_hash     bytea primary key,
    failures     integer not null check (failures >= 0),
    last_try_at  timestamptz not null,
    closed_until timestamptz
);

create index guessing_last_try on accounts.guessing (last_try_at);

comment on column accounts.guessing.key_hash is 'plain: keyed hash of the account, the device or a user name nobody has; not reversible without the key';
comment on column accounts.guessing.failures is 'plain: in a row; the row goes with the first right password';
comment on column accounts.guessing.last_try_at is 'plain';
comment on column accounts.guessing.closed_until is 'plain: no further try before';

-- Devices on which a person has signed in: nobody elsewhere can lock them out.
create table accounts.known_device (
    person_id    uuid not null references accounts.account (person_id),
    secret_hash  bytea not null,
    last_used_at timestamptz not null,
    primary key (person_id, secret_hash)
);

create index known_device_last_used on accounts.known_device (last_used_at);

comment on column accounts.known_device.person_id is 'personal';
comment on column accounts.known_device.secret_hash is 'secret: keyed hash of what the cookie holds';
comment on column accounts.known_device.last_used_at is 'plain: last sign-in';
