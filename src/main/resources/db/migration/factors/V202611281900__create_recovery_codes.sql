create schema factors;

-- Codes a person has printed for the day the phone is gone.
create table factors.recovery_code (
    person_id uuid not null references accounts.account (person_id),
    code_hash bytea not null,
    made_at   timestamptz not null,
    used_at   timestamptz,
    primary key (person_id, code_hash)
);

comment on column factors.recovery_code.person_id is 'personal';
comment on column factors.recovery_code.code_hash is 'secret: keyed hash; the code itself was shown once';
comment on column factors.recovery_code.made_at is 'plain';
comment on column factors.recovery_code.used_at is 'plain: null while it is good';
