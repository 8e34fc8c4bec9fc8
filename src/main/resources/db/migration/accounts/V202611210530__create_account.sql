create table accounts.account (
    person_id            uuid primary key references people.person (person_id),
    user_name            text not null,
    status               text not null check (status in ('AWAITING_FIRST_SIGN_IN', 'ACTIVE')),
    phone                text,
    email                text,
    language             text not null check (language in ('vi', 'en')),
    opened_at            timestamptz not null,
    first_password_hash  text,
    first_password_until timestamptz,
    password_hash        text,
    password_set_at      timestamptz,
    check (phone is not null or email is not null),
    check ((first_password_hash is null) = (first_password_until is null)),
    check ((password_hash is null) = (password_set_at is null)),
    check ((status = 'ACTIVE') = (password_hash is not null)),
    check ((status = 'AWAITING_FIRST_SIGN_IN') = (first_password_hash is not null))
);

comment on column accounts.account.person_id is 'personal: id of the person in the register';
comment on column accounts.account.user_name is 'personal: the number told to the person as user name when the account was opened';
comment on column accounts.account.status is 'plain';
comment on column accounts.account.phone is 'personal: where messages go, normalised';
comment on column accounts.account.email is 'personal: where messages go, normalised';
comment on column accounts.account.language is 'plain: language of messages';
comment on column accounts.account.opened_at is 'plain';
comment on column accounts.account.first_password_hash is 'secret: Argon2id; gone once an own password is set';
comment on column accounts.account.first_password_until is 'plain';
comment on column accounts.account.password_hash is 'secret: Argon2id';
comment on column accounts.account.password_set_at is 'plain';

-- Who has shown the first password and may now set an own one; the newest ticket counts.
create table accounts.ticket (
    person_id   uuid primary key references accounts.account (person_id),
    secret_hash bytea not null,
    expires_at  timestamptz not null
);

comment on column accounts.ticket.person_id is 'personal';
comment on column accounts.ticket.secret_hash is 'secret: keyed hash';
comment on column accounts.ticket.expires_at is 'plain';

create table accounts.session (
    person_id    uuid not null references accounts.account (person_id),
    id           uuid not null,
    secret_hash  bytea not null,
    device       text not null,
    started_at   timestamptz not null,
    last_seen_at timestamptz not null,
    ended_at     timestamptz,
    end_reason   text check (end_reason in ('SIGNED_OUT', 'REPLACED', 'TIMED_OUT', 'PASSWORD_CHANGED')),
    primary key (person_id, id),
    check ((ended_at is null) = (end_reason is null))
);

-- One device at a time: the database keeps the promise.
create unique index session_one_live_per_person on accounts.session (person_id) where ended_at is null;
create index session_ended on accounts.session (ended_at);

comment on column accounts.session.person_id is 'personal';
comment on column accounts.session.id is 'plain';
comment on column accounts.session.secret_hash is 'secret: keyed hash of what the cookie holds';
comment on column accounts.session.device is 'personal: browser and system in words';
comment on column accounts.session.started_at is 'plain';
comment on column accounts.session.last_seen_at is 'plain: to the minute';
comment on column accounts.session.ended_at is 'plain';
comment on column accounts.session.end_reason is 'plain';

-- Tries at a password, by user name typed and network, whether such a user exists or not.
create table accounts.attempt (
    key_hash     bytea primary key,
    tries        integer not null check (tries > 0),
    last_try_at  timestamptz not null,
    locked_until timestamptz
);

create index attempt_last_try on accounts.attempt (last_try_at);

comment on column accounts.attempt.key_hash is 'plain: keyed hash of user name and network; not reversible without the key';
comment on column accounts.attempt.tries is 'plain';
comment on column accounts.attempt.last_try_at is 'plain';
comment on column accounts.attempt.locked_until is 'plain';
