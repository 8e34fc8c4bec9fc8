create table registration.declaration (
    person_id         uuid not null,
    id                uuid not null,
    code              text not null,
    status            text not null check (status in
                        ('SUBMITTED', 'AWAITING_PAPER', 'IN_REVIEW', 'ASKED_TO_COME', 'RETURNED',
                         'APPROVED', 'REJECTED', 'WITHDRAWN', 'EXPIRED')),
    version           integer not null,
    matched_person_id uuid,
    office_code       text not null,
    hand_in           text not null check (hand_in in ('ONLINE', 'AT_DESK', 'BY_POST', 'THROUGH_EMPLOYER')),
    language          text not null,
    facts             bytea,
    portrait          uuid,
    paper_front       uuid,
    paper_back        uuid,
    submitted_at      timestamptz not null,
    declared_on       date not null,
    act_by            date,
    reminded_at       timestamptz,
    paper_received_at timestamptz,
    receipt_due       timestamptz,
    decision_due      date,
    decided_at        timestamptz,
    erased_at         timestamptz,
    primary key (person_id, id),
    check (status not in ('WITHDRAWN', 'EXPIRED') or facts is null),
    check ((facts is null) = (erased_at is not null)),
    check (facts is not null or (portrait is null and paper_front is null and paper_back is null))
);

create index declaration_id on registration.declaration (id);

comment on column registration.declaration.person_id is 'personal: whose data these are; may be in no register';
comment on column registration.declaration.id is 'plain';
comment on column registration.declaration.code is 'plain: what people read and scan';
comment on column registration.declaration.status is 'plain';
comment on column registration.declaration.version is 'plain: grows with every change';
comment on column registration.declaration.matched_person_id is 'personal: the register''s person it belongs to';
comment on column registration.declaration.office_code is 'plain: who has the file now';
comment on column registration.declaration.hand_in is 'plain';
comment on column registration.declaration.language is 'plain';
comment on column registration.declaration.facts is 'personal: sealed JSON of what was declared; null once erased';
comment on column registration.declaration.portrait is 'plain: picture, in module files';
comment on column registration.declaration.paper_front is 'plain: picture, in module files';
comment on column registration.declaration.paper_back is 'plain: picture, in module files';
comment on column registration.declaration.submitted_at is 'plain';
comment on column registration.declaration.declared_on is 'plain';
comment on column registration.declaration.act_by is 'plain: the applicant''s last day';
comment on column registration.declaration.reminded_at is 'plain';
comment on column registration.declaration.paper_received_at is 'plain';
comment on column registration.declaration.receipt_due is 'plain';
comment on column registration.declaration.decision_due is 'plain';
comment on column registration.declaration.decided_at is 'plain';
comment on column registration.declaration.erased_at is 'plain';

create table registration.declaration_event (
    person_id      uuid not null,
    declaration_id uuid not null,
    id             uuid not null,
    happened_at    timestamptz not null,
    deed           text not null,
    from_status    text,
    to_status      text not null,
    actor_kind     text not null,
    actor_id       uuid,
    reasons        jsonb not null,
    details        bytea,
    primary key (person_id, declaration_id, id),
    foreign key (person_id, declaration_id) references registration.declaration (person_id, id)
);

comment on column registration.declaration_event.person_id is 'personal: whose declaration it is';
comment on column registration.declaration_event.declaration_id is 'plain';
comment on column registration.declaration_event.id is 'plain: in the order of time';
comment on column registration.declaration_event.happened_at is 'plain';
comment on column registration.declaration_event.deed is 'plain';
comment on column registration.declaration_event.from_status is 'plain';
comment on column registration.declaration_event.to_status is 'plain';
comment on column registration.declaration_event.actor_kind is 'plain';
comment on column registration.declaration_event.actor_id is 'personal: the officer who acted';
comment on column registration.declaration_event.reasons is 'plain: codes';
comment on column registration.declaration_event.details is 'personal: sealed JSON of an officer''s note and of what a correction changed; null once erased';

create table registration.code_claim (
    code           text primary key,
    person_id      uuid not null,
    declaration_id uuid not null
);

comment on column registration.code_claim.code is 'plain';
comment on column registration.code_claim.person_id is 'personal: the key of the declaration';
comment on column registration.code_claim.declaration_id is 'plain';

create table registration.link_claim (
    secret_hash    bytea primary key,
    person_id      uuid not null,
    declaration_id uuid not null
);

comment on column registration.link_claim.secret_hash is 'secret: keyed hash of the link to the status page';
comment on column registration.link_claim.person_id is 'personal: the key of the declaration';
comment on column registration.link_claim.declaration_id is 'plain';

create table registration.number_claim (
    number_hash    bytea primary key,
    person_id      uuid not null,
    declaration_id uuid not null
);

create index number_claim_declaration on registration.number_claim (declaration_id);

comment on column registration.number_claim.number_hash is 'personal: keyed hash of the number under registration';
comment on column registration.number_claim.person_id is 'personal: the key of the declaration';
comment on column registration.number_claim.declaration_id is 'plain';

-- Local to the coordinator.
create table registration.submission_key (
    key            uuid primary key,
    draft_id       uuid not null,
    declaration_id uuid not null,
    used_at        timestamptz not null
);

create index submission_key_used_at on registration.submission_key (used_at);

comment on column registration.submission_key.key is 'plain: chosen by the page, so that a repetition is known as one';
comment on column registration.submission_key.draft_id is 'plain';
comment on column registration.submission_key.declaration_id is 'plain';
comment on column registration.submission_key.used_at is 'plain';

-- Local to the coordinator: what falls due by itself.
create table registration.deadline (
    declaration_id uuid not null,
    kind           text not null check (kind in ('REMIND', 'EXPIRE', 'ERASE')),
    due_on         date not null,
    primary key (declaration_id, kind)
);

create index deadline_due_on on registration.deadline (due_on);

comment on column registration.deadline.declaration_id is 'plain';
comment on column registration.deadline.kind is 'plain';
comment on column registration.deadline.due_on is 'plain: the legal day on which it is to be done';
