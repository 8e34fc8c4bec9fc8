-- So that requests for a new password die with the contact they went to.
create index recovery_person on accounts.recovery (person_id) where person_id is not null;
