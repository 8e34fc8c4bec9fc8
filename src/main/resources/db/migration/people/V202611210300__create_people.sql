create schema people;

create table people.person (
    person_id               uuid primary key,
    social_insurance_number text check (length(social_insurance_number) = 10),
    personal_id             text check (length(personal_id) = 12),
    full_name               text not null check (full_name <> ''),
    name_search             text not null,
    birth_year              integer not null,
    birth_month             integer not null check (birth_month between 0 and 12),
    birth_day               integer not null check (birth_day between 0 and 31),
    sex                     text not null check (sex in ('MALE', 'FEMALE', 'OTHER')),
    address_layer           text check (address_layer in ('UNTIL_2025', 'SINCE_2025')),
    ward_code               text,
    street                  text,
    phone                   text,
    email                   text,
    household_code          text,
    household_relation      text,
    ethnic_group            text,
    nationality             text not null,
    status                  text not null check (status in ('ACTIVE', 'DECEASED', 'MERGED')),
    created_at              timestamptz not null,
    changed_at              timestamptz not null,
    check (social_insurance_number is not null or personal_id is not null),
    check (birth_day = 0 or birth_month > 0),
    check (num_nulls(address_layer, ward_code, street) in (0, 3))
);

-- Exact look-up by name and birth date; the date first, so that a look-up with a misspelt name
-- still has only the people of one day to compare with.
create index person_birth_name
    on people.person (birth_year, birth_month, birth_day, name_search);

create index person_household on people.person (household_code) where household_code is not null;

comment on column people.person.person_id is 'personal';
comment on column people.person.social_insurance_number is 'personal: mã số BHXH, 10 digits; unique through its claim';
comment on column people.person.personal_id is 'personal: số định danh cá nhân, 12 digits; unique through its claim';
comment on column people.person.full_name is 'personal: NFC, as written';
comment on column people.person.name_search is 'personal: without diacritics, as PersonNames.searchForm';
comment on column people.person.birth_year is 'personal';
comment on column people.person.birth_month is 'personal: 0 when not known';
comment on column people.person.birth_day is 'personal: 0 when not known';
comment on column people.person.sex is 'personal';
comment on column people.person.address_layer is 'plain: which division of the country ward_code is of';
comment on column people.person.ward_code is 'personal';
comment on column people.person.street is 'personal: house, street, hamlet';
comment on column people.person.phone is 'personal: +84...';
comment on column people.person.email is 'personal';
comment on column people.person.household_code is 'personal: mã hộ gia đình';
comment on column people.person.household_relation is 'personal: code of the relation to the head';
comment on column people.person.ethnic_group is 'personal: code';
comment on column people.person.nationality is 'personal: ISO 3166-1 code of two letters';
comment on column people.person.status is 'personal';
comment on column people.person.created_at is 'plain';
comment on column people.person.changed_at is 'plain';

create table people.paper (
    person_id uuid not null references people.person (person_id),
    kind      text not null check (kind in ('OLD_CARD', 'PASSPORT')),
    number    text not null check (number <> ''),
    primary key (person_id, kind, number)
);

comment on column people.paper.person_id is 'personal';
comment on column people.paper.kind is 'plain: the citizen card is person.personal_id';
comment on column people.paper.number is 'personal';

create table people.social_insurance_number_claim (
    number    text primary key,
    person_id uuid not null
);

comment on table people.social_insurance_number_claim is
    'Whose number it is. Keyed by the number, so that it is unique wherever the person lies.';
comment on column people.social_insurance_number_claim.number is 'personal';
comment on column people.social_insurance_number_claim.person_id is 'personal';

create table people.personal_id_claim (
    personal_id text primary key,
    person_id   uuid not null
);

comment on column people.personal_id_claim.personal_id is 'personal';
comment on column people.personal_id_claim.person_id is 'personal';

create table people.person_change (
    person_id  uuid not null references people.person (person_id),
    change_id  uuid not null,
    field      text not null,
    old_value  text,
    new_value  text,
    changed_at timestamptz not null,
    actor_kind text not null,
    actor_id   uuid,
    primary key (person_id, change_id, field)
);

comment on column people.person_change.person_id is 'personal';
comment on column people.person_change.change_id is 'plain: one for all fields changed at once; in order of time';
comment on column people.person_change.field is 'plain';
comment on column people.person_change.old_value is 'personal: null where the register knew nothing';
comment on column people.person_change.new_value is 'personal: null where nothing is known any longer';
comment on column people.person_change.changed_at is 'plain';
comment on column people.person_change.actor_kind is 'plain';
comment on column people.person_change.actor_id is 'personal: id of the person or officer who changed it';
