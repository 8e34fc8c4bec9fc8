create table review.decoy (
    person_id uuid primary key,
    added_at  timestamptz not null
);

comment on table review.decoy is 'invented persons of the register; who looks one up raises an alarm';
comment on column review.decoy.person_id is 'secret: knowing them is avoiding them';
comment on column review.decoy.added_at is 'plain';
