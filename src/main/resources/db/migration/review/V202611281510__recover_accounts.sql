-- Somebody who has lost every contact comes with a paper; what one officer has seen another confirms.
create table review.account_recovery (
    id          uuid primary key,
    person_id   uuid not null references people.person (person_id),
    office_code text not null,
    channel     text not null check (channel in ('SMS', 'EMAIL')),
    contact     bytea,
    paper       text not null check (paper in ('CITIZEN_CARD', 'OLD_CARD', 'PASSPORT')),
    proposed_by uuid not null references staff.officer (id),
    proposed_at timestamptz not null,
    expires_at  timestamptz not null,
    outcome     text check (outcome in ('CONFIRMED', 'REFUSED', 'WITHDRAWN', 'OVERTAKEN', 'EXPIRED')),
    decided_by  uuid references staff.officer (id),
    decided_at  timestamptz,
    check ((outcome is null) = (decided_at is null)),
    check ((outcome is null) = (contact is not null)),
    check (outcome is distinct from 'CONFIRMED' or decided_by is distinct from proposed_by)
);

create unique index account_recovery_one_waiting on review.account_recovery (person_id) where outcome is null;
create index account_recovery_waiting on review.account_recovery (office_code, proposed_at) where outcome is null;
create index account_recovery_expiring on review.account_recovery (expires_at) where outcome is null;
create index account_recovery_person on review.account_recovery (person_id);
create index account_recovery_proposed_by on review.account_recovery (proposed_by);
create index account_recovery_decided_by on review.account_recovery (decided_by);

comment on column review.account_recovery.id is 'plain';
comment on column review.account_recovery.person_id is 'personal: whose account it is';
comment on column review.account_recovery.office_code is 'plain: of the officer who proposed';
comment on column review.account_recovery.channel is 'plain';
comment on column review.account_recovery.contact is 'personal: sealed; the new phone or e-mail address, gone once decided';
comment on column review.account_recovery.paper is 'plain: which paper was seen; that its photo, number and date were checked';
comment on column review.account_recovery.proposed_by is 'plain';
comment on column review.account_recovery.proposed_at is 'plain';
comment on column review.account_recovery.expires_at is 'plain';
comment on column review.account_recovery.outcome is 'plain: none while it waits';
comment on column review.account_recovery.decided_by is 'plain: none when nobody decided';
comment on column review.account_recovery.decided_at is 'plain';
