create table staff.proposal (
    id          uuid primary key,
    kind        text not null check (kind in ('ADD', 'CHANGE', 'FIRST_PASSWORD', 'SECOND_FACTOR')),
    officer_id  uuid references staff.officer (id),
    user_name   text not null,
    full_name   text not null,
    office_code text not null,
    roles       text not null,
    proposed_by uuid not null references staff.officer (id),
    proposed_at timestamptz not null,
    expires_at  timestamptz not null,
    outcome     text check (outcome in ('CONFIRMED', 'REFUSED', 'WITHDRAWN', 'OVERTAKEN')),
    decided_by  uuid references staff.officer (id),
    decided_at  timestamptz,
    check ((kind = 'ADD') = (officer_id is null)),
    check ((outcome is null) = (decided_at is null)),
    check (decided_by <> officer_id),
    check (proposed_by <> officer_id),
    check (outcome <> 'CONFIRMED' or decided_by is distinct from proposed_by)
);

create unique index proposal_one_waiting on staff.proposal (user_name, kind) where outcome is null;
create index proposal_waiting on staff.proposal (office_code) where outcome is null;
create index proposal_officer on staff.proposal (officer_id);
create index proposal_proposed_by on staff.proposal (proposed_by);
create index proposal_decided_by on staff.proposal (decided_by);
create index proposal_expires_at on staff.proposal (expires_at);

comment on table staff.proposal is 'what one administrator asks for and another must confirm';
comment on column staff.proposal.id is 'plain';
comment on column staff.proposal.kind is 'plain';
comment on column staff.proposal.officer_id is 'plain: whom it is about; none yet when somebody is to be added';
comment on column staff.proposal.user_name is 'personal';
comment on column staff.proposal.full_name is 'personal: wanted';
comment on column staff.proposal.office_code is 'plain: wanted';
comment on column staff.proposal.roles is 'plain: wanted, with spaces between';
comment on column staff.proposal.proposed_by is 'plain';
comment on column staff.proposal.proposed_at is 'plain';
comment on column staff.proposal.expires_at is 'plain';
comment on column staff.proposal.outcome is 'plain: none while it waits';
comment on column staff.proposal.decided_by is 'plain: none for the operator of the machine';
comment on column staff.proposal.decided_at is 'plain';
