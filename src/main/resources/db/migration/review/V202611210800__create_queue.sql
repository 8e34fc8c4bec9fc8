create schema review;

-- One row per open declaration, gone when it is closed: the queue stays as small as the work there
-- is. Local to the coordinator.
create table review.queue_entry (
    declaration_id uuid primary key,
    person_id      uuid not null,
    office_code    text not null,
    code           text not null,
    full_name      text not null,
    search_text    text not null,
    status         text not null check (status in
                     ('SUBMITTED', 'AWAITING_PAPER', 'IN_REVIEW', 'ASKED_TO_COME', 'RETURNED')),
    hand_in        text not null,
    submitted_at   timestamptz not null,
    receipt_due    timestamptz,
    decision_due   date,
    act_by         date,
    due_at         timestamptz not null,
    assigned_to    uuid,
    assigned_at    timestamptz,
    check ((assigned_to is null) = (assigned_at is null))
);

create index queue_entry_office on review.queue_entry (office_code, status, due_at);
create index queue_entry_assigned on review.queue_entry (assigned_to, due_at) where assigned_to is not null;

comment on column review.queue_entry.declaration_id is 'plain';
comment on column review.queue_entry.person_id is 'personal';
comment on column review.queue_entry.office_code is 'plain: who has the file';
comment on column review.queue_entry.code is 'plain: what people read and scan';
comment on column review.queue_entry.full_name is 'personal: as declared, while the file is open';
comment on column review.queue_entry.search_text is 'personal: name and numbers in search form, while the file is open';
comment on column review.queue_entry.status is 'plain: copy of the declaration''s';
comment on column review.queue_entry.hand_in is 'plain';
comment on column review.queue_entry.submitted_at is 'plain';
comment on column review.queue_entry.receipt_due is 'plain: by when the office acknowledges';
comment on column review.queue_entry.decision_due is 'plain: promised day of decision';
comment on column review.queue_entry.act_by is 'plain: last day of the applicant, on the applicant''s turn';
comment on column review.queue_entry.due_at is 'plain: whichever of these comes next';
comment on column review.queue_entry.assigned_to is 'personal: the officer who has it in hand';
comment on column review.queue_entry.assigned_at is 'plain';

create table review.note (
    person_id      uuid not null,
    declaration_id uuid not null,
    id             uuid not null,
    officer_id     uuid not null,
    written_at     timestamptz not null,
    text           bytea not null,
    primary key (person_id, declaration_id, id)
);

comment on column review.note.person_id is 'personal: whose declaration it is';
comment on column review.note.declaration_id is 'plain';
comment on column review.note.id is 'plain';
comment on column review.note.officer_id is 'personal: who wrote it';
comment on column review.note.written_at is 'plain';
comment on column review.note.text is 'personal: sealed';

create table review.tick (
    person_id      uuid not null,
    declaration_id uuid not null,
    item           text not null,
    officer_id     uuid not null,
    ticked_at      timestamptz not null,
    primary key (person_id, declaration_id, item)
);

comment on column review.tick.person_id is 'personal: whose declaration it is';
comment on column review.tick.declaration_id is 'plain';
comment on column review.tick.item is 'plain: what an officer has compared';
comment on column review.tick.officer_id is 'personal: who compared it';
comment on column review.tick.ticked_at is 'plain';

create table review.match (
    person_id         uuid not null,
    declaration_id    uuid not null,
    matched_person_id uuid not null,
    officer_id        uuid not null,
    matched_at        timestamptz not null,
    primary key (person_id, declaration_id)
);

comment on table review.match is 'whom of the register an officer chose, before it is approved';
comment on column review.match.person_id is 'personal: whose declaration it is';
comment on column review.match.declaration_id is 'plain';
comment on column review.match.matched_person_id is 'personal: the register''s person';
comment on column review.match.officer_id is 'personal: who chose';
comment on column review.match.matched_at is 'plain';

create table review.decision (
    id             uuid primary key,
    declaration_id uuid not null,
    person_id      uuid,
    officer_id     uuid not null,
    office_code    text not null,
    kind           text not null check (kind in ('APPROVE', 'RETURN', 'ASK_TO_COME', 'REJECT')),
    decided_at     timestamptz not null
);

create index decision_office on review.decision (office_code, decided_at);
create index decision_person on review.decision (person_id) where person_id is not null;

comment on table review.decision is 'who has done how much; the decision itself is in the declaration''s history';
comment on column review.decision.id is 'plain';
comment on column review.decision.declaration_id is 'plain';
comment on column review.decision.person_id is 'personal: the register''s person, of an approval';
comment on column review.decision.officer_id is 'personal';
comment on column review.decision.office_code is 'plain';
comment on column review.decision.kind is 'plain';
comment on column review.decision.decided_at is 'plain';

create table review.task (
    id             uuid primary key,
    declaration_id uuid not null,
    person_id      uuid not null,
    office_code    text not null,
    channel        text not null check (channel in ('EMAIL', 'SMS')),
    reported_at    timestamptz not null,
    done_at        timestamptz,
    done_by        uuid
);

create unique index task_one_open on review.task (declaration_id, channel) where done_at is null;
create index task_office on review.task (office_code, reported_at) where done_at is null;

comment on table review.task is 'a message that could not be delivered: somebody has to reach the person';
comment on column review.task.id is 'plain';
comment on column review.task.declaration_id is 'plain';
comment on column review.task.person_id is 'personal';
comment on column review.task.office_code is 'plain';
comment on column review.task.channel is 'plain';
comment on column review.task.reported_at is 'plain';
comment on column review.task.done_at is 'plain';
comment on column review.task.done_by is 'personal: the officer who saw to it';
