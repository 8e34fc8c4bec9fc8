create schema stopping;

-- Declarations to stop using the account (Form 01, ngừng sử dụng): confirmed by a code, then seven
-- days at least to take it back.
create table stopping.declaration (
    person_id   uuid not null references people.person (person_id),
    id          uuid not null,
    session_id  uuid not null,
    status      text not null check (status in ('AWAITING_CODE', 'WAITING', 'CANCELLED', 'STOPPED')),
    reason      text not null check (reason in
                  ('NO_LONGER_NEEDED', 'OTHER_CHANNEL', 'ABROAD', 'SAFETY', 'OTHER')),
    wanted_on   date not null,
    content     bytea,
    code        text,
    begun_at    timestamptz not null,
    declared_on date,
    due_at      timestamptz not null,
    ended_at    timestamptz,
    primary key (person_id, id),
    check ((status = 'AWAITING_CODE') = (code is null)),
    check ((code is null) = (declared_on is null)),
    check ((status in ('CANCELLED', 'STOPPED')) = (ended_at is not null)),
    check (content is not null or status = 'CANCELLED')
);

-- Two begun at once are one.
create unique index declaration_one_open on stopping.declaration (person_id)
    where status in ('AWAITING_CODE', 'WAITING');
create index declaration_due on stopping.declaration (due_at, person_id)
    where status in ('AWAITING_CODE', 'WAITING');

comment on column stopping.declaration.person_id is 'personal: who declares';
comment on column stopping.declaration.id is 'plain';
comment on column stopping.declaration.session_id is 'plain: in which the password was shown; the code is typed in the same';
comment on column stopping.declaration.status is 'plain';
comment on column stopping.declaration.reason is 'plain: one of a few';
comment on column stopping.declaration.wanted_on is 'plain: not before this day in Vietnam';
comment on column stopping.declaration.content is 'personal: sealed; the note and what the form says about the person; gone once cancelled';
comment on column stopping.declaration.code is 'plain: declaration code, as on the form';
comment on column stopping.declaration.begun_at is 'plain';
comment on column stopping.declaration.declared_on is 'plain: the day in Vietnam when the code was right';
comment on column stopping.declaration.due_at is 'plain: when the account is closed (WAITING), else when it is given up';
comment on column stopping.declaration.ended_at is 'plain';
