create schema datarights;

-- What people ask the office to do with their data. The office answers within two working days.
create table datarights.request (
    person_id    uuid not null references people.person (person_id),
    id           uuid not null,
    kind         text not null check (kind in
                   ('ACCESS', 'CORRECT', 'ERASE', 'RESTRICT', 'OBJECT', 'WITHDRAW_CONSENT')),
    office_code  text not null,
    wish         bytea not null,
    status       text not null check (status in ('WAITING', 'GRANTED', 'REFUSED', 'WITHDRAWN')),
    submitted_at timestamptz not null,
    due_on       date not null,
    ended_at     timestamptz,
    answered_by  uuid,
    answer       bytea,
    primary key (person_id, id),
    check ((status = 'WAITING') = (ended_at is null)),
    check ((status in ('GRANTED', 'REFUSED')) = (answer is not null and answered_by is not null))
);

create unique index request_one_waiting_of_a_kind on datarights.request (person_id, kind) where status = 'WAITING';
create index request_id on datarights.request (id);
create index request_waiting on datarights.request (office_code, due_on) where status = 'WAITING';

comment on column datarights.request.person_id is 'personal: whose data it is about';
comment on column datarights.request.id is 'plain';
comment on column datarights.request.kind is 'plain: which right is used';
comment on column datarights.request.office_code is 'plain: which office answers';
comment on column datarights.request.wish is 'personal: sealed; what is asked for, in the person''s words';
comment on column datarights.request.status is 'plain';
comment on column datarights.request.submitted_at is 'plain';
comment on column datarights.request.due_on is 'plain: the second working day after that day';
comment on column datarights.request.ended_at is 'plain: answered or withdrawn';
comment on column datarights.request.answered_by is 'personal: the officer';
comment on column datarights.request.answer is 'personal: sealed; what the office says';
