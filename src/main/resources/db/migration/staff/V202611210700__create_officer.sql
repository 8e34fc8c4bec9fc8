create schema staff;

create table staff.officer (
    id                   uuid primary key,
    user_name            text not null unique check (user_name ~ '^[a-z0-9][a-z0-9._-]{2,39}$'),
    full_name            text not null check (char_length(full_name) between 2 and 100),
    office_code          text not null,
    added_at             timestamptz not null,
    password_hash        text,
    password_set_at      timestamptz,
    first_password_hash  text,
    first_password_until timestamptz,
    totp_sealed          bytea,
    totp_enrolled_at     timestamptz,
    totp_last_step       bigint,
    deactivated_at       timestamptz,
    deactivated_by       uuid,
    check ((totp_sealed is null) = (totp_enrolled_at is null)),
    check ((first_password_hash is null) = (first_password_until is null))
);

create index officer_office on staff.officer (office_code, full_name);

comment on column staff.officer.id is 'plain';
comment on column staff.officer.user_name is 'personal';
comment on column staff.officer.full_name is 'personal';
comment on column staff.officer.office_code is 'plain: where the officer works; sees it and those below';
comment on column staff.officer.added_at is 'plain';
comment on column staff.officer.password_hash is 'secret: Argon2id of the password the officer chose';
comment on column staff.officer.password_set_at is 'plain';
comment on column staff.officer.first_password_hash is 'secret: Argon2id of the password handed over, good once';
comment on column staff.officer.first_password_until is 'plain';
comment on column staff.officer.totp_sealed is 'secret: key of the code generator, sealed';
comment on column staff.officer.totp_enrolled_at is 'plain';
comment on column staff.officer.totp_last_step is 'plain: time step of the last code accepted, so that none is accepted twice';
comment on column staff.officer.deactivated_at is 'plain';
comment on column staff.officer.deactivated_by is 'personal: id of the administrator';

create table staff.officer_role (
    officer_id uuid not null references staff.officer (id),
    role       text not null check (role in ('INTAKE', 'REVIEWER', 'OFFICE_HEAD', 'ADMINISTRATOR')),
    primary key (officer_id, role)
);

comment on column staff.officer_role.officer_id is 'plain';
comment on column staff.officer_role.role is 'plain';

create table staff.sign_in_attempt (
    name_hash    bytea primary key,
    failures     integer not null,
    last_at      timestamptz not null,
    locked_until timestamptz
);

create index sign_in_attempt_last_at on staff.sign_in_attempt (last_at);

comment on column staff.sign_in_attempt.name_hash is 'personal: keyed hash of the user name typed, known or not';
comment on column staff.sign_in_attempt.failures is 'plain';
comment on column staff.sign_in_attempt.last_at is 'plain';
comment on column staff.sign_in_attempt.locked_until is 'plain';

create table staff.sign_in (
    id               uuid primary key,
    secret_hash      bytea not null,
    officer_id       uuid not null references staff.officer (id),
    expires_at       timestamptz not null,
    totp_sealed      bytea,
    second_factor_at timestamptz
);

create index sign_in_officer on staff.sign_in (officer_id);

comment on table staff.sign_in is 'between the right password and the session';
comment on column staff.sign_in.id is 'plain';
comment on column staff.sign_in.secret_hash is 'secret: keyed hash of the cookie';
comment on column staff.sign_in.officer_id is 'plain';
comment on column staff.sign_in.expires_at is 'plain';
comment on column staff.sign_in.totp_sealed is 'secret: key offered for enrolment, sealed';
comment on column staff.sign_in.second_factor_at is 'plain';

create table staff.session (
    id           uuid primary key,
    secret_hash  bytea not null,
    officer_id   uuid not null references staff.officer (id),
    started_at   timestamptz not null,
    last_seen_at timestamptz not null,
    ends_at      timestamptz not null,
    ended_at     timestamptz
);

create index session_officer on staff.session (officer_id);

comment on column staff.session.id is 'plain';
comment on column staff.session.secret_hash is 'secret: keyed hash of the cookie';
comment on column staff.session.officer_id is 'plain';
comment on column staff.session.started_at is 'plain';
comment on column staff.session.last_seen_at is 'plain: to the minute';
comment on column staff.session.ends_at is 'plain: twelve hours after the start, whatever happens';
comment on column staff.session.ended_at is 'plain';
