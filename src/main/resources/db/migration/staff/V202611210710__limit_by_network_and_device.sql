drop table staff.sign_in_attempt;

create table staff.sign_in_limit (
    key_hash     bytea primary key,
    used         integer not null check (used >= 0),
    since        timestamptz not null,
    closed_until timestamptz
);

create index sign_in_limit_since on staff.sign_in_limit (since);

comment on table staff.sign_in_limit is 'tries of staff sign-in, by user name and network or device, by user name, by network';
comment on column staff.sign_in_limit.key_hash is 'personal: keyed hash of what is counted, user names known or not';
comment on column staff.sign_in_limit.used is 'plain';
comment on column staff.sign_in_limit.since is 'plain: moment of the first try counted';
comment on column staff.sign_in_limit.closed_until is 'plain';

create table staff.known_device (
    officer_id  uuid not null references staff.officer (id),
    device_hash bytea not null,
    known_since timestamptz not null,
    last_at     timestamptz not null,
    primary key (officer_id, device_hash)
);

create index known_device_hash on staff.known_device (device_hash);
create index known_device_last_at on staff.known_device (last_at);

comment on table staff.known_device is 'browsers an officer has signed in with: whoever tries the name elsewhere does not close it there';
comment on column staff.known_device.officer_id is 'plain';
comment on column staff.known_device.device_hash is 'secret: keyed hash of the cookie';
comment on column staff.known_device.known_since is 'plain';
comment on column staff.known_device.last_at is 'plain: last sign-in';

alter table staff.session add column browser text not null default '';

comment on column staff.session.browser is 'personal: browser and system in words, shown to the officer only';
