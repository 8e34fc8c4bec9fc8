-- A decision, or a child's first password, that did not arrive: somebody of the office reaches the
-- guardian another way.
create table guardianship.unreached (
    person_id      uuid not null,
    id             uuid not null,
    application_id uuid not null,
    office_code    text not null,
    channel        text not null check (channel in ('EMAIL', 'SMS')),
    reported_at    timestamptz not null,
    done_at        timestamptz,
    done_by        uuid,
    primary key (person_id, id)
);

create unique index unreached_one_open on guardianship.unreached (person_id, application_id, channel)
    where done_at is null;
create index unreached_desk on guardianship.unreached (office_code, reported_at) where done_at is null;
create index unreached_id on guardianship.unreached (id);

comment on column guardianship.unreached.person_id is 'personal: the guardian who applied';
comment on column guardianship.unreached.id is 'plain';
comment on column guardianship.unreached.application_id is 'plain';
comment on column guardianship.unreached.office_code is 'plain: who decided';
comment on column guardianship.unreached.channel is 'plain: the one that failed';
comment on column guardianship.unreached.reported_at is 'plain';
comment on column guardianship.unreached.done_at is 'plain: when somebody had reached the guardian';
comment on column guardianship.unreached.done_by is 'plain: the officer';
