alter table registration.draft add column confirmed_phone bytea;

comment on column registration.draft.confirmed_phone is 'personal: keyed hash of the phone confirmed beside an e-mail address';

-- Which phone an applicant has shown to be theirs; of no other phone it says anything.
create table registration.phone_proof (
    person_id      uuid not null,
    declaration_id uuid not null,
    phone_hash     bytea not null,
    confirmed_at   timestamptz not null,
    primary key (person_id, declaration_id),
    foreign key (person_id, declaration_id) references registration.declaration (person_id, id)
);

comment on column registration.phone_proof.person_id is 'personal: whose declaration it is';
comment on column registration.phone_proof.declaration_id is 'plain';
comment on column registration.phone_proof.phone_hash is 'personal: keyed hash of the phone';
comment on column registration.phone_proof.confirmed_at is 'plain';
