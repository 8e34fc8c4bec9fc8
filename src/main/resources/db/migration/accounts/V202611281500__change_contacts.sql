alter table accounts.code_series drop constraint code_series_purpose_check;
alter table accounts.code_series add constraint code_series_purpose_check
    check (purpose in ('CONFIRM_DECLARATION', 'CONFIRM_PHONE', 'SIGN_IN', 'RECOVER', 'NEW_CONTACT', 'OLD_CONTACT'));
alter table accounts.code drop constraint code_purpose_check;
alter table accounts.code add constraint code_purpose_check
    check (purpose in ('CONFIRM_DECLARATION', 'CONFIRM_PHONE', 'SIGN_IN', 'RECOVER', 'NEW_CONTACT', 'OLD_CONTACT'));

-- A phone or an e-mail address on its way to replace another; one at a time for a person. The new
-- one is claimed once its code was right, not before.
create table accounts.contact_change (
    person_id  uuid primary key references accounts.account (person_id),
    id         uuid not null,
    session_id uuid not null,
    channel    text not null check (channel in ('SMS', 'EMAIL')),
    step       text not null check (step in ('NEW_CONTACT', 'OLD_CONTACT', 'BRAKE')),
    wanted     bytea not null,
    begun_at   timestamptz not null,
    due_at     timestamptz not null
);

create index contact_change_due on accounts.contact_change (due_at, person_id);

comment on column accounts.contact_change.person_id is 'personal: whose contact changes';
comment on column accounts.contact_change.id is 'plain';
comment on column accounts.contact_change.session_id is 'plain: in which the password was shown; codes are typed in the same';
comment on column accounts.contact_change.channel is 'plain';
comment on column accounts.contact_change.step is 'plain: whose code is awaited; BRAKE: nobody''s, the time runs';
comment on column accounts.contact_change.wanted is 'personal: sealed; the new phone or e-mail address';
comment on column accounts.contact_change.begun_at is 'plain';
comment on column accounts.contact_change.due_at is 'plain: when it takes effect (BRAKE), else when it is given up';

comment on column accounts.denial.session_id is 'plain: the sign-in or the change of a contact that is told of';
