alter table accounts.code_series drop constraint code_series_purpose_check;
alter table accounts.code_series add constraint code_series_purpose_check
    check (purpose in ('CONFIRM_DECLARATION', 'CONFIRM_PHONE', 'SIGN_IN', 'RECOVER'));
alter table accounts.code drop constraint code_purpose_check;
alter table accounts.code add constraint code_purpose_check
    check (purpose in ('CONFIRM_DECLARATION', 'CONFIRM_PHONE', 'SIGN_IN', 'RECOVER'));

-- Whoever asks for a new password gets a row and the same answer. Whether the number and the contact
-- belong together is found out afterwards, so that neither the answer nor its time tells. Local to
-- the coordinator: nobody in particular owns a request.
create table accounts.recovery (
    id           uuid primary key,
    secret_hash  bytea not null unique,
    request      bytea,
    person_id    uuid,
    requested_at timestamptz not null,
    expires_at   timestamptz not null
);

create index recovery_waiting on accounts.recovery (requested_at) where request is not null;
create index recovery_expires on accounts.recovery (expires_at);

comment on column accounts.recovery.id is 'plain';
comment on column accounts.recovery.secret_hash is 'secret: keyed hash of the cookie';
comment on column accounts.recovery.request is 'personal: sealed number and contact as typed; gone once looked at';
comment on column accounts.recovery.person_id is 'personal: whose account it is; null when nothing fits';
comment on column accounts.recovery.requested_at is 'plain';
comment on column accounts.recovery.expires_at is 'plain';
