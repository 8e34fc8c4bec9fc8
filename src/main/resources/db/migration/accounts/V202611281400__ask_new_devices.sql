-- One device at a time (requirement R14), and a device the account does not know shows a code.

-- Which of the known devices a session is on; unknown for sessions from before.
alter table accounts.session add column device_hash bytea;
alter table accounts.session drop constraint session_end_reason_check;
alter table accounts.session add constraint session_end_reason_check
    check (end_reason in ('SIGNED_OUT', 'REPLACED', 'TIMED_OUT', 'PASSWORD_CHANGED', 'DENIED', 'SENT_AWAY'));

comment on column accounts.session.device_hash is 'secret: the known device it was begun on';

alter table accounts.known_device
    add column id uuid,
    add column name text,
    add column first_used_at timestamptz;
update accounts.known_device
    set id = gen_random_uuid(), name = '', first_used_at = last_used_at;
alter table accounts.known_device
    alter column id set not null,
    alter column name set not null,
    alter column first_used_at set not null;

comment on column accounts.known_device.id is 'plain: what a page calls it by';
comment on column accounts.known_device.name is 'personal: browser and system in words';
comment on column accounts.known_device.first_used_at is 'plain';

alter table accounts.account add column frozen_at timestamptz;

comment on column accounts.account.frozen_at is 'plain: its owner has said "that was not me"; no password opens it until a new one is set';

-- Between the right password and the code.
create table accounts.pending_entry (
    person_id   uuid not null references accounts.account (person_id),
    id          uuid not null,
    secret_hash bytea not null,
    expires_at  timestamptz not null,
    primary key (person_id, id)
);

create index pending_entry_expires on accounts.pending_entry (expires_at);

comment on column accounts.pending_entry.person_id is 'personal: whose password was shown';
comment on column accounts.pending_entry.id is 'plain';
comment on column accounts.pending_entry.secret_hash is 'secret: keyed hash of the cookie';
comment on column accounts.pending_entry.expires_at is 'plain';

-- The link "that was not me" in the notice about a sign-in: short, so that a text message holds it,
-- and therefore found by itself.
create table accounts.denial (
    secret_hash bytea primary key,
    person_id   uuid not null,
    session_id  uuid not null,
    expires_at  timestamptz not null
);

create index denial_person on accounts.denial (person_id);
create index denial_expires on accounts.denial (expires_at);

comment on column accounts.denial.person_id is 'personal';
comment on column accounts.denial.session_id is 'plain: the sign-in that is told of';
comment on column accounts.denial.secret_hash is 'secret: keyed hash of what the link holds';
comment on column accounts.denial.expires_at is 'plain';
