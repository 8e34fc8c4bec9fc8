create schema guardianship;

-- Who may look at or act for whom. Whether it holds now is said by the row, the register and the day
-- together, never by a date written down here when it began: see ADR 20.
create table guardianship.link (
    person_id      uuid not null references people.person (person_id),
    id             uuid not null,
    guardian_id    uuid not null,
    kind           text not null check (kind in ('GUARDIAN', 'CARER')),
    relation       text check (relation in ('FATHER', 'MOTHER', 'GRANDFATHER', 'GRANDMOTHER', 'LEGAL_GUARDIAN')),
    scope          text not null check (scope in ('LOOK', 'ACT')),
    granted_at     timestamptz not null,
    last_day       date,
    application_id uuid,
    look_again_on  date not null,
    invited_at     timestamptz,
    ended_at       timestamptz,
    end_reason     text check (end_reason in
                     ('BY_OFFICE', 'OF_AGE', 'DEATH', 'REVOKED', 'GIVEN_UP', 'TERM_OVER')),
    ended_by       uuid,
    primary key (person_id, id),
    check (person_id <> guardian_id),
    check ((kind = 'GUARDIAN') = (relation is not null)),
    check ((kind = 'CARER') = (last_day is not null)),
    check ((ended_at is null) = (end_reason is null))
);

-- Two approvals at once make one guardian.
create unique index link_one_live on guardianship.link (person_id, guardian_id, kind) where ended_at is null;
create index link_guardian on guardianship.link (guardian_id) where ended_at is null;
create index link_look_again on guardianship.link (look_again_on) where ended_at is null;

comment on column guardianship.link.person_id is 'personal: whose data it is about';
comment on column guardianship.link.id is 'plain';
comment on column guardianship.link.guardian_id is 'personal: who looks or acts';
comment on column guardianship.link.kind is 'plain: of a child by law, or by an adult''s own authorisation';
comment on column guardianship.link.relation is 'personal: of the guardian to the child';
comment on column guardianship.link.scope is 'plain: the most it ever allows';
comment on column guardianship.link.granted_at is 'plain';
comment on column guardianship.link.last_day is 'plain: of an authorisation, the last day on which it holds';
comment on column guardianship.link.application_id is 'plain: the application that was approved';
comment on column guardianship.link.look_again_on is 'plain: when the housekeeping asks the register again; decides nothing';
comment on column guardianship.link.invited_at is 'plain: when the child was invited to take over';
comment on column guardianship.link.ended_at is 'plain';
comment on column guardianship.link.end_reason is 'plain';
comment on column guardianship.link.ended_by is 'personal: the officer or person who ended it; null where the day did';

-- Applications of guardians for a child's account, from the first word typed to the decision.
create table guardianship.application (
    person_id    uuid not null references people.person (person_id),
    id           uuid not null,
    status       text not null check (status in
                   ('DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED', 'REJECTED', 'WITHDRAWN')),
    version      integer not null,
    content      bytea,
    portrait     uuid,
    certificate  uuid,
    office_code  text,
    child_id     uuid,
    changed_at   timestamptz not null,
    submitted_at timestamptz,
    decided_at   timestamptz,
    decided_by   uuid,
    reasons      text[] not null default '{}',
    note         bytea,
    kept_until   timestamptz,
    primary key (person_id, id),
    check (status in ('DRAFT', 'WITHDRAWN') or (submitted_at is not null and office_code is not null))
);

-- A second tab goes on with the draft of the first.
create unique index application_one_draft on guardianship.application (person_id) where status = 'DRAFT';
create index application_id on guardianship.application (id);
create index application_desk on guardianship.application (office_code, submitted_at) where status = 'SUBMITTED';
create index application_child on guardianship.application (child_id, decided_at) where status = 'APPROVED';
create index application_kept_until on guardianship.application (kept_until) where kept_until is not null;

comment on column guardianship.application.person_id is 'personal: the guardian who applies';
comment on column guardianship.application.id is 'plain';
comment on column guardianship.application.status is 'plain';
comment on column guardianship.application.version is 'plain: grows with every change; a decision names the one it was made on';
comment on column guardianship.application.content is 'personal: sealed; what was typed about the child; gone once erased';
comment on column guardianship.application.portrait is 'plain: id of the picture';
comment on column guardianship.application.certificate is 'plain: id of the picture of the birth certificate';
comment on column guardianship.application.office_code is 'plain: who has the file';
comment on column guardianship.application.child_id is 'personal: the register''s person it is about, as found on submission or chosen by an officer';
comment on column guardianship.application.changed_at is 'plain';
comment on column guardianship.application.submitted_at is 'plain';
comment on column guardianship.application.decided_at is 'plain';
comment on column guardianship.application.decided_by is 'plain: the officer';
comment on column guardianship.application.reasons is 'plain: codes';
comment on column guardianship.application.note is 'personal: sealed; what the officer wrote to the guardian';
comment on column guardianship.application.kept_until is 'plain: when its content is erased; null while it is needed';

-- One application for a child at a time, whoever applies: the row decides.
create table guardianship.child_claim (
    child_hash     bytea primary key,
    person_id      uuid not null,
    application_id uuid not null
);

create index child_claim_application on guardianship.child_claim (application_id);

comment on column guardianship.child_claim.child_hash is 'personal: keyed hash of the child''s id, or of what one guardian typed where the register knows no such child';
comment on column guardianship.child_claim.person_id is 'personal: the guardian who applies';
comment on column guardianship.child_claim.application_id is 'plain';

-- An authorisation waiting for the carer to take it up with its code.
create table guardianship.offer (
    code_hash  bytea primary key,
    person_id  uuid not null,
    scope      text not null check (scope in ('LOOK', 'ACT')),
    last_day   date not null,
    made_at    timestamptz not null,
    expires_at timestamptz not null
);

create index offer_person on guardianship.offer (person_id);
create index offer_expires on guardianship.offer (expires_at);

comment on column guardianship.offer.code_hash is 'secret: keyed hash of the code the carer types';
comment on column guardianship.offer.person_id is 'personal: who authorises';
comment on column guardianship.offer.scope is 'plain';
comment on column guardianship.offer.last_day is 'plain';
comment on column guardianship.offer.made_at is 'plain';
comment on column guardianship.offer.expires_at is 'plain';
