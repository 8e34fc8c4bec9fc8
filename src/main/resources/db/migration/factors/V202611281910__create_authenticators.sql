-- Apps that show codes, from the key offered to the app in use.
create table factors.authenticator (
    person_id    uuid not null references accounts.account (person_id),
    id           uuid not null,
    key          bytea not null,
    name         bytea,
    session_id   uuid,
    offered_at   timestamptz not null,
    misses       integer not null default 0,
    added_at     timestamptz,
    last_step    bigint,
    last_used_at timestamptz,
    primary key (person_id, id),
    check ((added_at is null) = (session_id is not null)),
    check ((added_at is null) = (name is null)),
    check ((added_at is null) = (last_step is null))
);

create index authenticator_offered on factors.authenticator (offered_at) where added_at is null;

comment on column factors.authenticator.person_id is 'personal';
comment on column factors.authenticator.id is 'plain';
comment on column factors.authenticator.key is 'secret: sealed; what the app computes its codes with';
comment on column factors.authenticator.name is 'personal: sealed; as its owner calls it';
comment on column factors.authenticator.session_id is 'plain: in which the password was shown; null once it is confirmed';
comment on column factors.authenticator.offered_at is 'plain';
comment on column factors.authenticator.misses is 'plain: wrong first codes';
comment on column factors.authenticator.added_at is 'plain: null until its first code was right';
comment on column factors.authenticator.last_step is 'plain: the half minute of the last code used; that and earlier ones count no more';
comment on column factors.authenticator.last_used_at is 'plain';
