-- One row per subject and purpose: decides who may send the next code and when.
create table accounts.code_series (
    subject_id  uuid not null,
    purpose     text not null check (purpose in ('CONFIRM_DECLARATION', 'SIGN_IN')),
    sent        integer not null check (sent > 0),
    last_sent_at timestamptz not null,
    resend_from timestamptz not null,
    primary key (subject_id, purpose)
);

create index code_series_last_sent on accounts.code_series (last_sent_at);

comment on column accounts.code_series.subject_id is 'plain: id of the draft or person the code is about';
comment on column accounts.code_series.purpose is 'plain';
comment on column accounts.code_series.sent is 'plain: codes sent without a day of rest between';
comment on column accounts.code_series.last_sent_at is 'plain';
comment on column accounts.code_series.resend_from is 'plain: no further code before';

create table accounts.code (
    id            uuid primary key,
    subject_id    uuid not null,
    purpose       text not null check (purpose in ('CONFIRM_DECLARATION', 'SIGN_IN')),
    code_hash     bytea not null,
    contact_hash  bytea not null,
    created_at    timestamptz not null,
    handed_off_at timestamptz,
    tries         integer not null check (tries between 0 and 5),
    redeemed_at   timestamptz,
    voided_at     timestamptz
);

create index code_subject on accounts.code (subject_id, purpose, created_at);
create index code_created on accounts.code (created_at);

comment on column accounts.code.id is 'plain';
comment on column accounts.code.subject_id is 'plain: id of the draft or person the code is about';
comment on column accounts.code.purpose is 'plain';
comment on column accounts.code.code_hash is 'secret: keyed hash of id and code';
comment on column accounts.code.contact_hash is 'secret: keyed hash of the address it went to';
comment on column accounts.code.created_at is 'plain';
comment on column accounts.code.handed_off_at is 'plain: when the mail server or the operator took it; its five minutes run from here';
comment on column accounts.code.tries is 'plain: wrong tries made while it was good';
comment on column accounts.code.redeemed_at is 'plain';
comment on column accounts.code.voided_at is 'plain: replaced by newer codes or by another address';
