-- The home page shows the portrait of the person's approved declaration.
create index declaration_portrait on registration.declaration (matched_person_id, decided_at)
    where status = 'APPROVED' and portrait is not null;
