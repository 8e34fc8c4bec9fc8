-- A declaration that fitted nobody when it was sent lies under a key of its own; what officers did
-- with it belongs to the person it was approved for.
create index declaration_approved on registration.declaration (matched_person_id)
    where status = 'APPROVED';
