-- As with the register (ADR 0015): who holds a contact is keyed by its keyed hash, and where messages
-- go is sealed. The rows there are follow in the next migration.
alter table accounts.phone_claim rename to plain_phone_claim;
alter table accounts.plain_phone_claim rename constraint phone_claim_pkey to plain_phone_claim_pkey;
alter index accounts.phone_claim_person rename to plain_phone_claim_person;

create table accounts.phone_claim (
    phone_hash bytea primary key,
    person_id  uuid not null,
    confirmed  boolean not null,
    claimed_at timestamptz not null
);

create index phone_claim_person on accounts.phone_claim (person_id);

alter table accounts.email_claim rename to plain_email_claim;
alter table accounts.plain_email_claim rename constraint email_claim_pkey to plain_email_claim_pkey;
alter index accounts.email_claim_person rename to plain_email_claim_person;

create table accounts.email_claim (
    email_hash bytea primary key,
    person_id  uuid not null,
    claimed_at timestamptz not null
);

create index email_claim_person on accounts.email_claim (person_id);

alter table accounts.account add column addresses bytea;

comment on column accounts.phone_claim.phone_hash is 'personal: keyed hash of the phone, +84…';
comment on column accounts.phone_claim.person_id is 'personal: who holds it';
comment on column accounts.phone_claim.confirmed is 'plain: the holder has typed a code sent to it; gives way to nobody any more';
comment on column accounts.phone_claim.claimed_at is 'plain';
comment on column accounts.email_claim.email_hash is 'personal: keyed hash of the address in lower case';
comment on column accounts.email_claim.person_id is 'personal: who holds it';
comment on column accounts.email_claim.claimed_at is 'plain';
comment on column accounts.account.addresses is 'personal: sealed; the number told as user name, and the phone and e-mail address messages go to';
