create schema accounts;

-- One phone, one account; one e-mail, one account: the primary key decides.
create table accounts.phone_claim (
    phone      text primary key,
    person_id  uuid not null,
    claimed_at timestamptz not null
);

create index phone_claim_person on accounts.phone_claim (person_id);

comment on column accounts.phone_claim.phone is 'personal: normalised, +84…';
comment on column accounts.phone_claim.person_id is 'personal: who holds it';
comment on column accounts.phone_claim.claimed_at is 'plain';

create table accounts.email_claim (
    email      text primary key,
    person_id  uuid not null,
    claimed_at timestamptz not null
);

create index email_claim_person on accounts.email_claim (person_id);

comment on column accounts.email_claim.email is 'personal: normalised, lower case';
comment on column accounts.email_claim.person_id is 'personal: who holds it';
comment on column accounts.email_claim.claimed_at is 'plain';
