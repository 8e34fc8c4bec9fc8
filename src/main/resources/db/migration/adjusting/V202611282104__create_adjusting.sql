create schema adjusting;

-- Requests to have changed what the register says (Form 01, điều chỉnh thông tin): typed, confirmed by a
-- code, decided by the office, written into the register on the day they name.
create table adjusting.adjustment (
    person_id         uuid not null references people.person (person_id),
    id                uuid not null,
    status            text not null check (status in
                        ('DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED', 'DONE', 'REJECTED', 'WITHDRAWN')),
    version           integer not null,
    content           bytea,
    birth_certificate uuid,
    paper_front       uuid,
    paper_back        uuid,
    residence_paper   uuid,
    session_id        uuid,
    code_until        timestamptz,
    code              text,
    declared_on       date,
    effective_on      date,
    office_code       text,
    submitted_at      timestamptz,
    receipt_due       timestamptz,
    decision_due      date,
    taken_by          uuid,
    taken_at          timestamptz,
    decided_by        uuid,
    decided_at        timestamptz,
    answer            bytea,
    conflict          text check (conflict in ('NUMBER_TAKEN', 'REGISTER_CHANGED')),
    changed_at        timestamptz not null,
    kept_until        timestamptz,
    primary key (person_id, id),
    check (status in ('DRAFT', 'WITHDRAWN')
           or num_nulls(code, declared_on, effective_on, office_code, submitted_at, decision_due) = 0),
    check ((taken_by is null) = (taken_at is null)),
    check (taken_by is null or status = 'SUBMITTED'),
    check ((session_id is null) = (code_until is null))
);

-- Two begun at once are one.
create unique index adjustment_one_open on adjusting.adjustment (person_id)
    where status in ('DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED');
create index adjustment_id on adjusting.adjustment (id);
create index adjustment_desk on adjusting.adjustment (office_code, decision_due, id) where status = 'SUBMITTED';
create index adjustment_due on adjusting.adjustment (effective_on, person_id) where status = 'APPROVED';
create index adjustment_kept_until on adjusting.adjustment (kept_until) where kept_until is not null;

comment on column adjusting.adjustment.person_id is 'personal: who asks, about themselves';
comment on column adjusting.adjustment.id is 'plain';
comment on column adjusting.adjustment.status is 'plain';
comment on column adjusting.adjustment.version is 'plain: grows with every change; a decision names the one it was made on';
comment on column adjusting.adjustment.content is 'personal: sealed; what was typed, what the register said, what the form says; gone once erased';
comment on column adjusting.adjustment.birth_certificate is 'plain: id of the picture';
comment on column adjusting.adjustment.paper_front is 'plain: id of the picture';
comment on column adjusting.adjustment.paper_back is 'plain: id of the picture';
comment on column adjusting.adjustment.residence_paper is 'plain: id of the picture';
comment on column adjusting.adjustment.session_id is 'plain: in which the password was shown; the code is typed in the same';
comment on column adjusting.adjustment.code_until is 'plain: until when the code is awaited';
comment on column adjusting.adjustment.code is 'plain: declaration code, as on the form';
comment on column adjusting.adjustment.declared_on is 'plain: the day in Vietnam when the code was right';
comment on column adjusting.adjustment.effective_on is 'plain: from which day in Vietnam the register is to say it';
comment on column adjusting.adjustment.office_code is 'plain: who has the file';
comment on column adjusting.adjustment.submitted_at is 'plain: for the first time';
comment on column adjusting.adjustment.receipt_due is 'plain: by when somebody of the office takes it up';
comment on column adjusting.adjustment.decision_due is 'plain: the promised day of decision';
comment on column adjusting.adjustment.taken_by is 'plain: the officer who has it';
comment on column adjusting.adjustment.taken_at is 'plain';
comment on column adjusting.adjustment.decided_by is 'plain: the officer';
comment on column adjusting.adjustment.decided_at is 'plain';
comment on column adjusting.adjustment.answer is 'personal: sealed; what the officer wrote to the person';
comment on column adjusting.adjustment.conflict is 'plain: why an approved one came back to the office';
comment on column adjusting.adjustment.changed_at is 'plain';
comment on column adjusting.adjustment.kept_until is 'plain: when its content is erased; null while it is needed';
