-- Numbers, contacts and streets are sealed by the application, claims keyed by keyed hashes (ADR 0015).
-- The rows there are follow in the next migration, which only the application can run: it has the keys.
alter table people.person add column particulars bytea;

alter table people.paper rename to plain_paper;
alter table people.plain_paper rename constraint paper_pkey to plain_paper_pkey;
alter table people.plain_paper rename constraint paper_person_id_fkey to plain_paper_person_id_fkey;

create table people.paper (
    person_id   uuid not null references people.person (person_id),
    kind        text not null check (kind in ('OLD_CARD', 'PASSPORT')),
    number_hash bytea not null,
    number      bytea not null,
    primary key (person_id, kind, number_hash)
);

alter table people.social_insurance_number_claim rename to plain_number_claim;
alter table people.plain_number_claim
    rename constraint social_insurance_number_claim_pkey to plain_number_claim_pkey;

create table people.social_insurance_number_claim (
    number_hash bytea primary key,
    person_id   uuid not null
);

alter table people.personal_id_claim rename to plain_personal_id_claim;
alter table people.plain_personal_id_claim
    rename constraint personal_id_claim_pkey to plain_personal_id_claim_pkey;

create table people.personal_id_claim (
    personal_id_hash bytea primary key,
    person_id        uuid not null
);

alter table people.person_change rename to plain_person_change;
alter table people.plain_person_change rename constraint person_change_pkey to plain_person_change_pkey;
alter table people.plain_person_change
    rename constraint person_change_person_id_fkey to plain_person_change_person_id_fkey;

create table people.person_change (
    person_id  uuid not null references people.person (person_id),
    change_id  uuid not null,
    field      text not null,
    old_value  bytea,
    new_value  bytea,
    changed_at timestamptz not null,
    actor_kind text not null,
    actor_id   uuid,
    primary key (person_id, change_id, field)
);

comment on column people.person.particulars is 'personal: sealed; both numbers, phone, e-mail address and street';
comment on column people.paper.person_id is 'personal';
comment on column people.paper.kind is 'plain: the citizen card''s number is the personal id, among person.particulars';
comment on column people.paper.number_hash is 'personal: keyed hash of the number';
comment on column people.paper.number is 'personal: sealed';
comment on table people.social_insurance_number_claim is
    'Whose number it is. Keyed by the number''s keyed hash, so that it is unique wherever the person lies.';
comment on column people.social_insurance_number_claim.number_hash is 'personal: keyed hash of the number';
comment on column people.social_insurance_number_claim.person_id is 'personal';
comment on column people.personal_id_claim.personal_id_hash is 'personal: keyed hash of the personal id';
comment on column people.personal_id_claim.person_id is 'personal';
comment on column people.person_change.person_id is 'personal';
comment on column people.person_change.change_id is 'plain: one for all fields changed at once; in order of time';
comment on column people.person_change.field is 'plain';
comment on column people.person_change.old_value is 'personal: sealed; null where the register knew nothing';
comment on column people.person_change.new_value is 'personal: sealed; null where nothing is known any longer';
comment on column people.person_change.changed_at is 'plain';
comment on column people.person_change.actor_kind is 'plain';
comment on column people.person_change.actor_id is 'personal: id of the person or officer who changed it';
